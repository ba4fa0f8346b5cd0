import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookOverhang } from '../../src/ruleset/look-overhang.ts'
import { patternLength } from '../../src/ruleset/pattern-length.ts'
import { randomPattern } from './random-pattern.ts'
import { readSource } from './read-source.ts'
import { spellMatch } from './spell-match.ts'

describe('patternLength', () => {
  it.each([
    ['abc', 3, 3],
    ['a{2,5}(?:bc|d)?', 2, 7],
    ['(?<q>["\'])x{1,3}\\k<q>', 2, 5],
    ['(?<=a{1,9})b(?=c)\\b^$', 1, 1],
    ['(?:)|abc', 0, 3],
  ])('%s takes %i to %i bytes', (pattern, min, max) => {
    expect(patternLength(readSource(pattern))).toEqual({ min, max })
  })

  it('holds for whatever matches', () => {
    fc.assert(
      fc.property(randomPattern(), fc.integer(), (pattern, seed) => {
        const { min, max } = patternLength(readSource(pattern))
        const { length } = spellMatch(pattern, seed)
        expect(length).toBeGreaterThanOrEqual(min)
        expect(length).toBeLessThanOrEqual(max)
      }),
      { numRuns: 500 },
    )
  })
})

describe('lookOverhang', () => {
  it.each([
    ['(?<![\\w-])abc(?!\\w)', 1, 1],
    ['\\babc\\b', 1, 1],
    ['^abc$', 1, 1],
    ['(?<=x{1,20})abc', 20, 0],
    ['a{3}(?<=x{1,20})', 17, 0],
    ['(?=.{0,9}x)abcd', 0, 6],
    ['a(?=b(?<=c{7}))', 5, 1],
    ['(?:a|b(?=cd))e{0,3}', 0, 2],
  ])('%s sees %i bytes before and %i after', (pattern, before, after) => {
    expect(lookOverhang(readSource(pattern))).toEqual({ before, after })
  })
})
