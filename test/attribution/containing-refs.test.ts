import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContainingRefs, refsIn, unionOf } from '../../src/attribution/containing-refs.ts'

test('bits of more refs than a word has, the highest bit of a word included', () => {
  const tips = Array.from({ length: 70 }, (_, n) => ([0, 31, 32, 63, 69].includes(n) ? 'tip' : undefined))
  expect(refsIn(new ContainingRefs(tips).visit('tip', []))).toEqual([0, 31, 32, 63, 69])
})

test('a set that was handed out is not changed by what comes later', () => {
  const refs = new ContainingRefs(['child', 'root'])
  const child = refs.visit('child', ['root'])
  expect(refsIn(refs.visit('root', []))).toEqual([0, 1])
  expect(refsIn(child)).toEqual([0])
})

test('unionOf keeps what already holds everything', () => {
  const [large, small] = [new Uint32Array([3]), new Uint32Array([1])]
  expect(unionOf(large, small)).toBe(large)
  expect(unionOf(small, large)).toEqual(large)
})

/** Commit n may have any of the commits before it as parents. */
const histories = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 40 })

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
      const refs = new ContainingRefs(tips.map(tip => `c${tip}`))
      for (let commit = parents.length - 1; commit >= 0; commit--) {
        const bits = refs.visit(
          `c${commit}`,
          parents[commit]!.map(parent => `c${parent}`),
        )
        expect(refsIn(bits)).toEqual(tips.flatMap((_, n) => (reached[n]!.has(commit) ? [n] : [])))
      }
    }),
  )
})
