import type { Anchor, DecodeMark, Rule, RuleIndex } from '../types.ts'
import { decodeMarks } from './decode/marks.ts'
import { literalOf } from './literal-of.ts'

/** How much further a pattern looks behind what is left of its anchors. */
function cutOff({ anchors }: Rule): number {
  return Math.max(0, ...anchors.map(text => text.length - literalOf(text).length))
}

/** Each distinct literal once, however many rules name it; and the marks of their encoded forms. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const anchors: Anchor[] = []
  const rulesOf: Set<number>[] = []
  const numberOf = new Map<string, number>()
  for (const [ruleNumber, { anchors: texts, ignoreCase }] of rules.entries()) {
    for (const given of texts) {
      const text = literalOf(ignoreCase ? given.toLowerCase() : given)
      const key = `${ignoreCase ? 'i' : 'c'}${text}`
      let number = numberOf.get(key)
      if (number === undefined) {
        number = anchors.push({ text, ignoreCase }) - 1
        numberOf.set(key, number)
        rulesOf.push(new Set())
      }
      rulesOf[number]!.add(ruleNumber)
    }
  }
  const starts = [0]
  for (const numbers of rulesOf) starts.push(starts.at(-1)! + numbers.size)
  let marks: readonly DecodeMark[] | undefined
  return {
    rule: number => rules[number]!,
    before: rules.map(rule => rule.before),
    lead: rules.map(rule => rule.lead),
    // A word that may come or go beside a match makes it one, or none.
    around: rules.map(({ context, reach }) => (context.length > 0 ? reach : 0)),
    after: rules.map(rule => rule.after + cutOff(rule)),
    lengths: anchors.map(({ text }) => text.length),
    starts,
    owners: rulesOf.flatMap(numbers => [...numbers]),
    anchors: () => anchors,
    marks() {
      marks ??= decodeMarks(rules)
      return marks
    },
  }
}
