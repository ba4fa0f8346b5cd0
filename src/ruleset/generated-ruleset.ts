import type { Anchor, AnchorTable, Rule, RuleIndex, RuleSet } from '../types.ts'
import { listBytes } from './byte-set.ts'
import { globLiteral } from './glob-literal.ts'
import type { StoredIndex, StoredRemedies } from './load.ts'
import { parsePattern } from './parse-pattern.ts'
import { readPattern } from './read-pattern.ts'
import { requiredRun } from './required-run.ts'

/** What is made of rules when keyscan is built, so that no start has to: by parts that lie above this one. */
export interface Preparation {
  /** Globs as the source of one regular expression. */
  globPattern(globs: readonly string[]): string
  indexRules(rules: readonly Rule[]): RuleIndex
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

function bytes(name: string, content: Uint8Array): string {
  return `export const ${name} = () => Buffer.from('${Buffer.from(content).toString('base64')}', 'base64')`
}

function numbersOf(rules: readonly Rule[], kind: Rule['kind']): readonly number[] {
  return [...rules.keys()].filter(number => rules[number]!.kind === kind)
}

/** Patterns are compiled when an anchor turns up; where no run of theirs stands beside it, not even then. */
function runsOf(rules: readonly Rule[]): Pick<StoredIndex, 'runOf' | 'runLengths' | 'runs'> {
  const runs = rules.map(({ pattern, ignoreCase }) =>
    pattern === '' ? undefined : requiredRun(readPattern(parsePattern(pattern), ignoreCase)),
  )
  const sets = [...new Set(runs.flatMap(run => (run ? [run.bytes] : [])))]
  return {
    runOf: runs.map(run => (run ? sets.indexOf(run.bytes) : 0)),
    runLengths: runs.map(run => run?.length ?? 0),
    runs: sets.map(set => String.fromCharCode(...listBytes(set))),
  }
}

/** Text of `src/generated/ruleset.ts`, which `load.ts` reads: rules one by one without remedies, each remedy once, numbers, the anchors' table. */
export function generatedRuleset({ rules, hash }: RuleSet, preparation: Preparation): string {
  const texts = rules.map(rule => Buffer.from(JSON.stringify(stored(rule, preparation.globPattern))))
  const offsets = [0]
  for (const text of texts) offsets.push(offsets.at(-1)! + text.length)

  const { anchors, marks, rule: _, ...numbers } = preparation.indexRules(rules)
  const { image, longest, hitsPerBlock } = preparation.buildAnchorTable([...anchors(), ...marks()])
  const without = {
    file: numbersOf(rules, 'file'),
    dotenv: numbersOf(rules, 'dotenv'),
    'known-value': numbersOf(rules, 'known-value'),
  }
  const fileLiterals = [...new Set(without.file.flatMap(number => rules[number]!.paths.map(globLiteral)))]
  const index: StoredIndex = { offsets, ...numbers, ...runsOf(rules), without, fileLiterals, longest, hitsPerBlock }

  const remedies = rules.map(rule => JSON.stringify(rule.remedy))
  const list = [...new Set(remedies)]
  const of = remedies.map(remedy => list.indexOf(remedy))
  const stock: StoredRemedies = { list: list.map(remedy => JSON.parse(remedy)), of }
  return [
    '// Made by .ci/generate.mjs from rules/: do not edit.',
    `export const HASH = '${hash}'`,
    bytes('ruleTexts', Buffer.concat(texts)),
    constant('indexJson', index),
    constant('anchorsJson', anchors()),
    constant('marksJson', marks()),
    bytes('anchorImage', image),
    constant('remediesJson', stock),
    '',
  ].join('\n')
}
