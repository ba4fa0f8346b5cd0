import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  containingRefs,
  countOf,
  haveCommon,
  refsIn,
  refsThat,
  unionOf,
} from '../../src/attribution/containing-refs.ts'
import { refSets } from '../../src/attribution/ref-sets.ts'

/** Commit n may have any of the commits before it as parents. */
function lineageOf(parents: readonly (readonly number[])[]) {
  const starts = new Uint32Array(parents.length + 1)
  parents.forEach((all, n) => {
    starts[n + 1] = starts[n]! + all.length
  })
  return { parents: Int32Array.from(parents.flat()), starts, order: Int32Array.from(parents.keys()) }
}

test('bits of more refs than a word has, the highest bit of a word included', () => {
  const tips = Array.from({ length: 70 }, (_, n) => ([0, 31, 32, 63, 69].includes(n) ? 0 : -1))
  expect(containingRefs(lineageOf([[]]), tips, [0]).map(bits => [...refsIn(bits)])).toEqual([[0, 31, 32, 63, 69]])
})

test('equal sets are one and the same', () => {
  const [root, child] = containingRefs(lineageOf([[], [0]]), [1], [0, 1])
  expect(root).toBe(child)
  const setOf = refSets(lineageOf([[], [0]]), [1])!
  expect(setOf(0)).toBe(setOf(1))
})

test('of too many refs, each a branch of its own, there are no sets made in one pass', () => {
  const branches = 15_000
  const trunk = Array.from({ length: branches }, (_, n) => (n === 0 ? [] : [n - 1]))
  const lineage = lineageOf([...trunk, ...trunk.map((_, n) => [n])])
  expect(
    refSets(
      lineage,
      [...trunk.keys()].map(n => n + branches),
    ),
  ).toBeUndefined()
})

test('unionOf keeps what already holds everything', () => {
  const [large, small] = [new Uint32Array([3]), new Uint32Array([1])]
  expect(unionOf(large, small)).toBe(large)
  expect(unionOf(small, large)).toEqual(large)
})

const some = fc.uniqueArray(fc.nat({ max: 99 }))
const setOf = (numbers: readonly number[]) => refsThat([...Array(100).keys()], n => numbers.includes(n))

test('refsThat makes the set that refsIn goes through, and countOf counts', () => {
  fc.assert(
    fc.property(some, numbers => {
      const bits = setOf(numbers)
      expect([...refsIn(bits)]).toEqual(numbers.toSorted((a, b) => a - b))
      expect(countOf(bits)).toBe(numbers.length)
    }),
  )
  expect(countOf(setOf([...Array(100).keys()]))).toBe(100)
  expect(refsThat([], () => true)).toHaveLength(0)
})

test('haveCommon says whether any ref is in both', () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      expect(haveCommon(setOf(a), setOf(b))).toBe(a.some(n => b.includes(n)))
    }),
  )
})

const histories = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 80 })

test('the same refs as walking from each of them', () => {
  fc.assert(
    fc.property(histories, fc.array(fc.nat(), { maxLength: 40 }), (parentSeeds, tipSeeds) => {
      const parents = parentSeeds.map((seeds, n) => (n === 0 ? [] : [...new Set(seeds.map(seed => seed % n))]))
      const tips = tipSeeds.map(seed => seed % parents.length)
      const reached = tips.map(tip => {
        const seen = new Set<number>()
        const visit = (commit: number): void => {
          if (seen.has(commit)) return
          seen.add(commit)
          parents[commit]!.forEach(visit)
        }
        visit(tip)
        return seen
      })
      const commits = [...parents.keys()]
      const found = containingRefs(lineageOf(parents), tips, commits)
      const inOnePass = refSets(lineageOf(parents), tips)!
      for (const commit of commits) {
        const expected = tips.flatMap((_, n) => (reached[n]!.has(commit) ? [n] : []))
        expect([...refsIn(found[commit]!)]).toEqual(expected)
        expect([...refsIn(inOnePass(commit))]).toEqual(expected)
      }
    }),
  )
})
