import type { Anchor, PreparedAnchors, Rule } from '../types.ts'

/** Each distinct literal once, however many rules name it. */
export function indexAnchors(rules: readonly Rule[]): Omit<PreparedAnchors, 'table'> {
  const anchors: Anchor[] = []
  const rulesOf: number[][] = []
  const numberOf = new Map<string, number>()
  rules.forEach((rule, ruleNumber) => {
    for (const text of rule.anchors) {
      const literal = rule.ignoreCase ? text.toLowerCase() : text
      const key = `${rule.ignoreCase ? 'i' : 'c'}${literal}`
      let number = numberOf.get(key)
      if (number === undefined) {
        number = anchors.length
        numberOf.set(key, number)
        anchors.push({ text: literal, ignoreCase: rule.ignoreCase })
        rulesOf.push([])
      }
      if (!rulesOf[number]!.includes(ruleNumber)) rulesOf[number]!.push(ruleNumber)
    }
  })
  return { anchors, rulesOf }
}
