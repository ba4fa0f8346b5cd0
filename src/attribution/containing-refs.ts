import type { ObjectId } from '../types.ts'

/** Which refs hold a commit: bit n is set for the nth ref. Shared between commits; never written to once it is handed out. */
export type RefBits = Uint32Array

const WORD = 32

const isSubset = (small: RefBits, large: RefBits): boolean => small.every((word, i) => (word & ~large[i]!) === 0)

/** A new set that holds what both hold. */
export function unionOf(a: RefBits, b: RefBits): RefBits {
  if (a === b || isSubset(b, a)) return a
  return a.map((word, i) => word | b[i]!)
}

/**
 * Answers for every commit which refs contain it, in one walk, children before parents: each commit hands what it has to its parents. Only the commits
 * whose children were seen and which were not seen themselves are held, so that memory is bounded by the width of the history, not by its length.
 */
export class ContainingRefs {
  readonly #tips: ReadonlyMap<ObjectId, RefBits>
  readonly #none: RefBits
  readonly #pending = new Map<ObjectId, RefBits>()

  /** `tips[n]`: the commit of the nth ref, undefined where it leads to none. */
  constructor(tips: readonly (ObjectId | undefined)[]) {
    const words = Math.ceil(tips.length / WORD)
    const byCommit = new Map<ObjectId, RefBits>()
    tips.forEach((tip, n) => {
      if (tip === undefined) return
      const bits = byCommit.get(tip) ?? new Uint32Array(words)
      byCommit.set(tip, bits)
      bits[Math.floor(n / WORD)]! |= 1 << (n % WORD)
    })
    this.#tips = byCommit
    this.#none = new Uint32Array(words)
  }

  /** Of a commit all children of which have been visited. */
  visit(commit: ObjectId, parents: readonly ObjectId[]): RefBits {
    const fromChildren = this.#pending.get(commit) ?? this.#none
    this.#pending.delete(commit)
    const own = this.#tips.get(commit)
    const bits = own ? unionOf(fromChildren, own) : fromChildren
    if (bits === this.#none) return bits
    for (const parent of parents) {
      const known = this.#pending.get(parent)
      this.#pending.set(parent, known ? unionOf(known, bits) : bits)
    }
    return bits
  }
}

/** The numbers of the bits that are set, ascending. */
export function refsIn(bits: RefBits): readonly number[] {
  const found: number[] = []
  bits.forEach((word, i) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) found.push(i * WORD + (31 - Math.clz32(rest & -rest)))
  })
  return found
}
