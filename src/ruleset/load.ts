import {
  anchorImage,
  anchorsJson,
  HASH,
  indexJson,
  marksJson,
  namesJson,
  preludeBytes,
  remediesJson,
  ruleTexts,
  sequelBytes,
} from '../generated/ruleset.ts'
import type { Anchor, AnchorTable, DecodeMark, PreparedRules, ProviderRemedy, Rule, RuleSet } from '../types.ts'

/** What `generated-ruleset.ts` writes for a start: `offsets` say where in `ruleTexts` each rule begins, and where the last one ends. */
export interface StoredIndex
  extends Omit<
      PreparedRules,
      'rule' | 'anchors' | 'marks' | 'names' | 'own' | 'places' | 'besidePlaces' | 'table' | 'sequels' | 'preludes'
    >,
    Omit<AnchorTable, 'image'> {
  readonly offsets: readonly number[]
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
  const { offsets, longest, hitsPerWindow, ...index } = JSON.parse(indexJson()) as StoredIndex
  const made: Rule[] = new Array(offsets.length - 1)
  let texts: Buffer | undefined
  const rule = (number: number): Rule => {
    texts ??= ruleTexts()
    made[number] ??= withRemedy(JSON.parse(texts.toString('utf8', offsets[number], offsets[number + 1])), number)
    return made[number]
  }
  let marks: readonly DecodeMark[] | undefined
  const prepared: PreparedRules = {
    ...index,
    rule,
    anchors: () => JSON.parse(anchorsJson()) as readonly Anchor[],
    marks() {
      marks ??= JSON.parse(marksJson()) as readonly DecodeMark[]
      return marks
    },
    sequels: sequelBytes,
    preludes: preludeBytes,
    besidePlaces: index.owners.length,
    names: () => JSON.parse(namesJson()) as ReturnType<PreparedRules['names']>,
    table: () => ({ longest, hitsPerWindow, image: anchorImage() }),
  }
  let all: readonly Rule[] | undefined
  return {
    hash: HASH,
    prepared,
    get rules() {
      all ??= Array.from(made, (_, number) => rule(number))
      return all
    },
  }
}

function withRemedy(rule: Omit<Rule, 'remedy'>, number: number): Rule {
  const get = () => {
    remedies ??= JSON.parse(remediesJson()) as StoredRemedies
    return remedies.list[remedies.of[number]!]
  }
  return Object.defineProperty(rule, 'remedy', { enumerable: true, get }) as Rule
}
