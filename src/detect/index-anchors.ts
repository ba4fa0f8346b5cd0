import type { Anchor, AnchorFinder, AnchorHits, Rule } from '../types.ts'

export interface AnchorIndex {
  readonly rules: readonly Rule[]
  readonly anchors: readonly Anchor[]
  /** For each anchor the numbers of the rules that name it. */
  readonly rulesOf: readonly (readonly number[])[]
  find(bytes: Uint8Array): AnchorHits
}

/** Each distinct literal once, however many rules name it. The finder is made at the first `find`. */
export function indexAnchors(
  rules: readonly Rule[],
  createFinder: (anchors: readonly Anchor[]) => AnchorFinder,
): AnchorIndex {
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
  let finder: AnchorFinder | undefined
  return {
    rules,
    anchors,
    rulesOf,
    find(bytes) {
      finder ??= createFinder(anchors)
      return finder.find(bytes)
    },
  }
}
