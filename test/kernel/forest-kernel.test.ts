import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createForestKernel } from '../../src/kernel/create-forest-kernel.ts'

const NONE = -1
const kernel = createForestKernel()

describe('entries of a pack in the order in which they lie there', () => {
  const offsets = (max: number) => fc.uniqueArray(fc.integer({ min: 12, max }), { maxLength: 300 })

  test.each([
    ['of four bytes', Uint32Array, 0xffff_fffe],
    ['of eight bytes', Float64Array, 2 ** 45],
  ] as const)('offsets %s', (_, Type, max) => {
    fc.assert(
      fc.property(offsets(max), fc.integer({ min: 0, max: 1000 }), (some, start) => {
        const end = Math.max(0, ...some) + 7
        const { offsets, rows, packed } = kernel.orderEntries(Type.from(some), start, end)
        const sorted = some.toSorted((a, b) => a - b)
        expect([...offsets]).toEqual(sorted)
        expect([...rows]).toEqual(sorted.map(offset => start + some.indexOf(offset)))
        expect([...packed]).toEqual(sorted.map((offset, i) => Math.min((sorted[i + 1] ?? end) - offset, 0xffff_ffff)))
      }),
    )
  })

  test('more of them than a page of memory holds', () => {
    const some = Float64Array.from({ length: 100_000 }, (_, i) => 12 + ((i * 7919) % 100_000) * 65_537)
    const { offsets, rows } = kernel.orderEntries(some, 0, 2 ** 40)
    expect(offsets.every((offset, i) => i === 0 || offset > offsets[i - 1]!)).toBe(true)
    expect(rows.every((row, i) => some[row] === offsets[i])).toBe(true)
  })
})

interface Entry {
  /** -1: none; may lead in a circle. */
  readonly base: number
  readonly isOrphan: boolean
  readonly kind: number
  readonly packed: number
}

function linked(entries: readonly Entry[]) {
  return kernel.linkForest({
    bases: Int32Array.from(entries, ({ base }) => base),
    orphans: Uint8Array.from(entries, ({ isOrphan }) => Number(isOrphan)),
    kinds: Uint8Array.from(entries, ({ kind }) => kind),
    packed: Uint32Array.from(entries, ({ packed }) => packed),
  })
}

const forests = fc.integer({ min: 1, max: 60 }).chain(count =>
  fc.array(
    fc
      .record({
        base: fc.oneof(fc.constant(NONE), fc.integer({ min: 0, max: count - 1 })),
        isOrphan: fc.boolean(),
        kind: fc.integer({ min: 1, max: 4 }),
        packed: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(0xffff_fff0)),
      })
      // Only what has no base can be without one that is known.
      .map(entry => ({ ...entry, isOrphan: entry.isOrphan && entry.base === NONE })),
    { minLength: count, maxLength: count },
  ),
)

describe('what is made from what', () => {
  test('children, kinds, weights and order, whatever goes in a circle', () => {
    fc.assert(
      fc.property(forests, entries => {
        const { kinds, weights, firstChild, nextSibling, roots, order } = linked(entries)
        const isRoot = ({ base, isOrphan }: Entry): boolean => base === NONE && !isOrphan
        const rootOf = (start: number): number => {
          let entry = start
          for (let steps = 0; steps <= entries.length && entries[entry]!.base !== NONE; steps++)
            entry = entries[entry]!.base
          return entry
        }
        const ofRoots = entries.flatMap((_, i) => (isRoot(entries[rootOf(i)]!) ? [i] : []))
        expect([...roots]).toEqual(entries.flatMap((entry, i) => (isRoot(entry) ? [i] : [])))
        expect([...order].sort((a, b) => a - b)).toEqual(ofRoots)
        for (const [i, entry] of order.entries()) {
          expect(order.indexOf(entries[entry]!.base)).toBeLessThan(i)
          expect(kinds[entry]).toBe(entries[rootOf(entry)]!.kind)
        }
        const childrenOf = (base: number): number[] => entries.flatMap((entry, i) => (entry.base === base ? [i] : []))
        const weigh = (entry: number): number =>
          childrenOf(entry).reduce((sum, child) => Math.min(sum + weigh(child), 0xffff_ffff), entries[entry]!.packed)
        for (const entry of ofRoots) {
          expect(weights[entry]).toBe(weigh(entry))
          const children: number[] = []
          for (let child = firstChild[entry]!; child !== NONE; child = nextSibling[child]!) children.push(child)
          expect(children.toSorted((a, b) => a - b)).toEqual(childrenOf(entry))
          const heavy = children.at(-1)
          expect(children.slice(0, -1)).toEqual(childrenOf(entry).filter(child => child !== heavy))
          if (heavy !== undefined) expect(weigh(heavy)).toBe(Math.max(...children.map(weigh)))
        }
      }),
    )
  })
})
