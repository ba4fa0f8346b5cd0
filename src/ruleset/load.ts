import {
  anchorImage,
  anchorsJson,
  HASH,
  indexJson,
  indexNumbers,
  marksJson,
  namesJson,
  preludeBytes,
  remediesJson,
  ruleTexts,
  sequelBytes,
} from '../generated/ruleset.ts'
import type { Anchor, AnchorTable, DecodeMark, PreparedRules, ProviderRemedy, Rule, RuleSet } from '../types.ts'
import { type Counts, readNumbers } from './stored-numbers.ts'

/** What `generated-ruleset.ts` writes for a start, besides numbers. */
export interface StoredIndex
  extends Pick<PreparedRules, 'runs' | 'without' | 'fileLiterals'>,
    Pick<AnchorTable, 'longest' | 'hitsPerWindow'> {
  readonly counts: Counts
  readonly tableBytes: number
  readonly automata: { readonly sequels: number; readonly preludes: number }
}

/** `of[n]` is the place in `list` of the remedy of rule n: the rules of one provider mostly share one. */
export interface StoredRemedies {
  readonly list: readonly ProviderRemedy[]
  readonly of: readonly number[]
}

let loaded: RuleSet | undefined
let remedies: StoredRemedies | undefined

/**
 * The built-in rules. They were compiled and checked when keyscan was built, so that here JSON is all that is parsed: of each rule when it
 * is first asked for, of remedies when the first finding asks for its own. Thousands of rules would not make a start slower.
 */
export function loadRules(): RuleSet {
  loaded ??= readRules()
  return loaded
}

function readRules(): RuleSet {
  const index = JSON.parse(indexJson()) as StoredIndex
  const { counts, longest, hitsPerWindow, tableBytes, automata, runs, without, fileLiterals } = index
  const { offsets, ...numbers } = readNumbers(indexNumbers(), counts)
  const made: Rule[] = new Array(counts.rules)
  const makeRule = (number: number, text: Buffer): Rule => {
    made[number] ??= withRemedy(JSON.parse(text.toString()), number)
    return made[number]
  }
  const rule = (number: number): Rule =>
    made[number] ?? makeRule(number, ruleTexts(offsets[number], offsets[number + 1]))
  let marks: readonly DecodeMark[] | undefined
  const prepared: PreparedRules = {
    ...numbers,
    runs,
    without,
    fileLiterals,
    rule,
    anchors: () => JSON.parse(anchorsJson()) as readonly Anchor[],
    marks() {
      marks ??= JSON.parse(marksJson()) as readonly DecodeMark[]
      return marks
    },
    sequels: { bytes: sequelBytes, count: automata.sequels, places: counts.owners },
    preludes: { bytes: preludeBytes, count: automata.preludes, places: counts.owners },
    names: () => JSON.parse(namesJson()) as ReturnType<PreparedRules['names']>,
    table: () => ({ longest, hitsPerWindow, size: tableBytes, copyTo: copyTable }),
  }
  let all: readonly Rule[] | undefined
  return {
    hash: HASH,
    prepared,
    get rules() {
      if (all === undefined) {
        const texts = ruleTexts()
        all = Array.from(made, (_, number) => makeRule(number, texts.subarray(offsets[number], offsets[number + 1])))
      }
      return all
    },
  }
}

function copyTable({ buffer, byteOffset, length }: Uint8Array): void {
  anchorImage(0, undefined, Buffer.from(buffer as ArrayBuffer, byteOffset, length))
}

function withRemedy(rule: Omit<Rule, 'remedy'>, number: number): Rule {
  const get = () => {
    remedies ??= JSON.parse(remediesJson()) as StoredRemedies
    return remedies.list[remedies.of[number]!]
  }
  return Object.defineProperty(rule, 'remedy', { enumerable: true, get }) as Rule
}
