import type { Anchor, AnchorTable, PreparedRules, Rule, RuleIndex, RuleSet } from '../types.ts'
import { besideAnchors } from './beside-anchors.ts'
import type { ByteAutomaton } from './byte-automaton.ts'
import { listBytes } from './byte-set.ts'
import { fileLiterals } from './file-literals.ts'
import type { StoredIndex, StoredRemedies } from './load.ts'
import { parsePattern } from './parse-pattern.ts'
import { readPattern } from './read-pattern.ts'
import { requiredRun } from './required-run.ts'
import { storeNumbers } from './stored-numbers.ts'

/** What is made of rules when keyscan is built, so that no start has to: by parts that lie above this one. */
export interface Preparation {
  /** Globs as the source of one regular expression. */
  globPattern(globs: readonly string[]): string
  indexRules(rules: readonly Rule[]): RuleIndex
  /** What the kernel looks for of an anchor. */
  literalOf(anchor: string): string
  buildAnchorTable(anchors: readonly Anchor[]): AnchorTable
}

function stored({ remedy: _, ...rule }: Rule, globPattern: Preparation['globPattern']): object {
  return {
    ...rule,
    ...(rule.paths.length > 0 && { pathPattern: globPattern(rule.paths) }),
    ...(rule.exceptPaths.length > 0 && { exceptPathPattern: globPattern(rule.exceptPaths) }),
  }
}

/** A function, since the package keeps these texts in files of their own (.ci/build.mjs): each is read when it is asked for. */
function constant(name: string, value: unknown): string {
  return `export const ${name} = () => ${JSON.stringify(JSON.stringify(value))}`
}

/** Some of them, or all, and where they are wanted: see `StoredBytes`. */
function bytes(name: string, content: Uint8Array): string {
  return [
    `let ${name}Whole: Buffer | undefined`,
    `export function ${name}(from = 0, to = ${content.length}, into = Buffer.allocUnsafeSlow(to - from)): Buffer {`,
    `  ${name}Whole ??= Buffer.from('${Buffer.from(content).toString('base64')}', 'base64')`,
    `  ${name}Whole.copy(into, 0, from, to)`,
    '  return into',
    '}',
  ].join('\n')
}

function numbersOf(rules: readonly Rule[], kind: Rule['kind']): readonly number[] {
  return [...rules.keys()].filter(number => rules[number]!.kind === kind)
}

/** Patterns are compiled when an anchor turns up; where no run of theirs stands beside it, not even then. */
function runsOf(rules: readonly Rule[]): Pick<PreparedRules, 'runOf' | 'runLengths' | 'runs'> {
  const runs = rules.map(({ pattern, ignoreCase, anchors }) =>
    anchors.length === 0 ? undefined : requiredRun(readPattern(parsePattern(pattern), ignoreCase)),
  )
  const sets = [...new Set(runs.flatMap(run => (run ? [run.bytes] : [])))]
  return {
    runOf: runs.map(run => (run ? sets.indexOf(run.bytes) : 0)),
    runLengths: runs.map(run => run?.length ?? 0),
    runs: sets.map(set => String.fromCharCode(...listBytes(set))),
  }
}

/** Beside an anchor in ordinary text no run is so long: it says enough by itself. */
const TELLING_RUN = 32
/** Where a run says something already, few states are worth their bytes. */
const FEW_STATES: readonly number[] = [64]

/**
 * Where no run tells that a pattern cannot match, or it is not tried at anchors alone, what stands beside the anchor does: an automaton for each such rule,
 * and side.
 */
function automataOf(
  rules: readonly Rule[],
  { runLengths }: Pick<PreparedRules, 'runLengths'>,
  index: RuleIndex,
  preparation: Preparation,
): { readonly sequels: MadeAutomata; readonly preludes: MadeAutomata } {
  const sequels: RuleAutomaton[] = []
  const preludes: RuleAutomaton[] = []
  for (const [rule, { pattern, ignoreCase, anchors, anchored }] of rules.entries()) {
    const run = anchored ? runLengths[rule]! : 0
    if (anchors.length === 0 || run >= TELLING_RUN) continue
    const literals = anchors.map(anchor => preparation.literalOf(ignoreCase ? anchor.toLowerCase() : anchor))
    const { sequel, prelude } = besideAnchors(
      readPattern(parsePattern(pattern), ignoreCase),
      literals,
      ignoreCase,
      run === 0 ? undefined : FEW_STATES,
    )
    if (sequel) sequels.push({ rule, literals, automaton: sequel })
    if (prelude) preludes.push({ rule, literals, automaton: prelude })
  }
  return { sequels: storedAutomata(sequels, index), preludes: storedAutomata(preludes, index) }
}

interface MadeAutomata {
  readonly bytes: Uint8Array
  readonly count: number
}

interface RuleAutomaton {
  readonly rule: number
  readonly literals: readonly string[]
  readonly automaton: ByteAutomaton
}

/**
 * u32 each: of each rule its number and where its automaton begins, and where the last one ends; u16 each: for each of `owners` the state to begin with. An
 * automaton: u16 width, u16 states, 256 bytes of classes, the table in u16; each on a multiple of four.
 */
function storedAutomata(automata: readonly RuleAutomaton[], index: RuleIndex): MadeAutomata {
  const starts = new Uint16Array(index.owners.length)
  const anchorTexts = index.anchors()
  const stateOf = new Map(
    automata.map(({ rule, literals, automaton }) => [
      rule,
      new Map(literals.map((literal, i) => [literal, automaton.starts[i]!])),
    ]),
  )
  for (const [anchor, { text }] of anchorTexts.entries()) {
    for (let at = index.starts[anchor]!; at < index.starts[anchor + 1]!; at++) {
      starts[at] = stateOf.get(index.owners[at]!)?.get(text) ?? 0
    }
  }
  const parts = automata.map(({ automaton: { width, table, classOf } }) =>
    padded(Buffer.concat([bytesOf(Uint16Array.of(width, table.length / width)), classOf, bytesOf(table)])),
  )
  const firstStates = padded(bytesOf(starts))
  let at = (2 * automata.length + 1) * WORD + firstStates.length
  const list: number[] = []
  automata.forEach(({ rule }, i) => {
    list.push(rule, at)
    at += parts[i]!.length
  })
  return {
    bytes: Buffer.concat([bytesOf(Uint32Array.from([...list, at])), firstStates, ...parts]),
    count: parts.length,
  }
}

const WORD = 4

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc(-content.length & (WORD - 1))])
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array | Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** Text of `src/generated/ruleset.ts`, which `load.ts` reads: rules one by one without remedies, each remedy once, numbers, the anchors' table. */
export function generatedRuleset({ rules, hash }: RuleSet, preparation: Preparation): string {
  const texts = rules.map(rule => Buffer.from(JSON.stringify(stored(rule, preparation.globPattern))))
  const offsets = [0]
  for (const text of texts) offsets.push(offsets.at(-1)! + text.length)

  const ruleIndex = preparation.indexRules(rules)
  const { anchors, marks } = ruleIndex
  const runs = runsOf(rules)
  const { image, longest, hitsPerWindow } = preparation.buildAnchorTable([...anchors(), ...marks()])
  const without = {
    'whole-file': numbersOf(rules, 'whole-file'),
    file: numbersOf(rules, 'file'),
    dotenv: numbersOf(rules, 'dotenv'),
    'known-value': numbersOf(rules, 'known-value'),
    shipment: numbersOf(rules, 'shipment'),
  }
  const literals = fileLiterals(rules, number => number)
  const { sequels, preludes } = automataOf(rules, runs, ruleIndex, preparation)
  const index: StoredIndex = {
    counts: { rules: rules.length, anchors: anchors().length, owners: ruleIndex.owners.length },
    runs: runs.runs,
    without,
    fileLiterals: literals,
    longest,
    hitsPerWindow,
    tableBytes: image.length,
    automata: { sequels: sequels.count, preludes: preludes.count },
  }

  const remedies = rules.map(rule => JSON.stringify(rule.remedy))
  const list = [...new Set(remedies)]
  const of = remedies.map(remedy => list.indexOf(remedy))
  const stock: StoredRemedies = { list: list.map(remedy => JSON.parse(remedy)), of }
  return [
    '// Made by .ci/generate.mjs from rules/: do not edit.',
    `export const HASH = '${hash}'`,
    bytes('ruleTexts', Buffer.concat(texts)),
    constant('indexJson', index),
    bytes('indexNumbers', storeNumbers({ offsets, ...ruleIndex, ...runs })),
    constant('namesJson', { ids: rules.map(({ id }) => id), severities: rules.map(({ severity }) => severity) }),
    constant('anchorsJson', anchors()),
    constant('marksJson', marks()),
    bytes('anchorImage', image),
    bytes('sequelBytes', sequels.bytes),
    bytes('preludeBytes', preludes.bytes),
    constant('remediesJson', stock),
    '',
  ].join('\n')
}
