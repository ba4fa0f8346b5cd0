import { keyOf, type RefBits, unionOf } from './containing-refs.ts'
import type { Lineage } from './genealogy/lineage.ts'

const WORD = 32
/** 16 MiB of sets made, kept or not: a hundred refs need a thousandth of it. With tens of thousands, each a branch of its own, nearly every commit has another set. */
const MAX_WORDS = 4 * 1024 * 1024
/** More sets than there is room for. */
const SPREAD = 0x400_0000

/**
 * Which refs hold each commit, all of them in one pass, children before parents: along a line of commits it is one set, and where lines meet two are
 * united that mostly have met before. `tips`: as in containingRefs. Undefined: there would be too many sets.
 */
export function refSets(
  { order, parents, starts }: Lineage,
  tips: readonly number[],
): ((commit: number) => RefBits) | undefined {
  const words = Math.ceil(tips.length / WORD)
  const sets: RefBits[] = []
  const numbers = new Map<string, number>()
  function numberOf(set: RefBits): number {
    const key = keyOf(set)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    return sets.push(set) - 1
  }
  const none = numberOf(new Uint32Array(words))

  const unions = new Map<number, number>()
  function unite(a: number, b: number): number {
    if (a === b || b === none) return a
    if (a === none) return b
    const pair = Math.min(a, b) * SPREAD + Math.max(a, b)
    const known = unions.get(pair)
    if (known !== undefined) return known
    const number = numberOf(unionOf(sets[a]!, sets[b]!))
    unions.set(pair, number)
    return number
  }

  const own = new Map<number, RefBits>()
  for (const [ref, tip] of tips.entries()) {
    if (tip < 0) continue
    const bits = own.get(tip) ?? new Uint32Array(words)
    bits[Math.floor(ref / WORD)]! |= 1 << (ref % WORD)
    own.set(tip, bits)
    if (own.size * words > MAX_WORDS) return undefined
  }
  const setOf = new Uint32Array(order.length).fill(none)
  for (const [tip, bits] of own) setOf[tip] = numberOf(bits)
  for (let i = order.length - 1; i >= 0; i--) {
    const commit = order[i]!
    for (let at = starts[commit]!; at < starts[commit + 1]!; at++) {
      const parent = parents[at]!
      if (parent >= 0) setOf[parent] = unite(setOf[parent]!, setOf[commit]!)
    }
    if ((sets.length + unions.size) * words > MAX_WORDS) return undefined
  }
  return commit => sets[setOf[commit]!]!
}
