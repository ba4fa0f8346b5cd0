import { createHash } from 'node:crypto'
import type { Lineage } from './genealogy/lineage.ts'

/** Which refs hold a commit: bit n is set for the nth ref. Shared between commits; never written to once it is handed out. */
export type RefBits = Uint32Array

const WORD = 32
const NONE = -1

/** Everything that `small` holds, `large` holds too. */
export const isSubset = (small: RefBits, large: RefBits): boolean => small.every((word, i) => (word & ~large[i]!) === 0)

/** A new set that holds what both hold. */
export function unionOf(a: RefBits, b: RefBits): RefBits {
  if (a === b || isSubset(b, a)) return a
  return a.map((word, i) => word | b[i]!)
}

/**
 * Which refs hold each of `commits`. `tips[n]`: the commit of the nth ref; -1 where it leads to none. Each pass over the history takes 32 of the commits
 * along, parents before children, so that thousands of refs cost no more than one. Equal sets are one and the same.
 */
export function containingRefs(
  { order, parents, starts }: Lineage,
  tips: readonly number[],
  commits: readonly number[],
): readonly RefBits[] {
  const words = Math.ceil(tips.length / WORD)
  const found: RefBits[] = []
  const known = new Map<string, RefBits>()
  const held = new Uint32Array(order.length)
  const square = new Uint32Array(WORD)
  for (let first = 0; first < commits.length; first += WORD) {
    const some = commits.slice(first, first + WORD)
    const sets = some.map(() => new Uint32Array(words))
    held.fill(0)
    some.forEach((commit, bit) => {
      held[commit]! |= 1 << bit
    })
    for (const commit of order) {
      let all = held[commit]!
      for (let at = starts[commit]!; at < starts[commit + 1]!; at++) if (parents[at]! >= 0) all |= held[parents[at]!]!
      held[commit] = all
    }
    for (let word = 0; word < words; word++) {
      for (let n = 0; n < WORD; n++) {
        const tip = tips[word * WORD + n] ?? NONE
        square[n] = tip === NONE ? 0 : held[tip]!
      }
      transpose(square)
      for (let bit = 0; bit < sets.length; bit++) sets[bit]![word] = square[bit]!
    }
    // As they come: of thousands of commits in tens of thousands of refs few differ.
    for (const set of sets) {
      const key = keyOf(set)
      const same = known.get(key) ?? set
      known.set(key, same)
      found.push(same)
    }
  }
  return found
}

/** Bit i of word n becomes bit n of word i: halves are exchanged, then quarters of each half, and so on (Hacker's Delight, 7-3). */
function transpose(square: Uint32Array): void {
  let mask = 0x0000_ffff
  for (let width = 16; width > 0; width >>= 1, mask ^= mask << width) {
    for (let n = 0; n < WORD; n = (n + width + 1) & ~width) {
      const exchanged = ((square[n]! >>> width) ^ square[n + width]!) & mask
      square[n]! ^= exchanged << width
      square[n + width]! ^= exchanged
    }
  }
}

/** Equal for equal sets, and short, whatever the number of refs. */
export function keyOf(bits: RefBits): string {
  return createHash('sha1').update(bits).digest('base64')
}

/** The set of the refs of which this is true. */
export function refsThat<Ref>(refs: readonly Ref[], isTrue: (ref: Ref) => boolean): RefBits {
  const bits = new Uint32Array(Math.ceil(refs.length / WORD))
  refs.forEach((ref, n) => {
    if (isTrue(ref)) bits[Math.floor(n / WORD)]! |= 1 << (n % WORD)
  })
  return bits
}

export function haveCommon(a: RefBits, b: RefBits): boolean {
  return a.some((word, i) => (word & b[i]!) !== 0)
}

/** How many bits are set: by pairs, fours and bytes, whose sums the multiplication brings into the highest byte (Hacker's Delight, 5-1). */
export function countOf(bits: RefBits): number {
  let count = 0
  for (const word of bits) {
    const pairs = word - ((word >>> 1) & 0x5555_5555)
    const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
    count += Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
  }
  return count
}

/** The numbers of the bits that are set, ascending. */
export function* refsIn(bits: RefBits): Generator<number> {
  for (let i = 0; i < bits.length; i++) {
    for (let rest = bits[i]!; rest !== 0; rest &= rest - 1) yield i * WORD + (31 - Math.clz32(rest & -rest))
  }
}
