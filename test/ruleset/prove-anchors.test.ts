import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proveAnchors } from '../../src/ruleset/prove-anchors.ts'
import { randomPattern } from './random-pattern.ts'
import { readSource } from './read-source.ts'
import { spellMatch } from './spell-match.ts'

const prove = (pattern: string, anchors: string[], ignoreCase = false) =>
  proveAnchors(readSource(pattern, ignoreCase), anchors, ignoreCase)

describe('proveAnchors', () => {
  it.each<[string, string[], number, number]>([
    ['sk-[a-z]{20}', ['sk-'], 0, 20],
    ['sk-[a-z]{20}T3B[a-z]{5,9}', ['T3B'], 23, 9],
    ['[\\w.-]{0,40}password[\\w.-]{0,30}', ['password'], 40, 30],
    ['A(?:KIA|SIA)[A-Z]{16}', ['AKIA', 'ASIA'], 0, 16],
    ['(?:ghp|gho)_x{3}', ['ghp_', 'gho_'], 0, 3],
    ['[gh]it_x', ['git_', 'hit_'], 0, 1],
    ['(?:ab){2,3}', ['abab'], 0, 2],
    ['x{0,5}(?:ab){1,2}y{0,3}', ['ab'], 5, 5],
    // An upper bound: the `x` that ends `keyx` may have a hyphen before it as far as lengths tell.
    ['key-?x', ['key-', 'keyx'], 1, 1],
  ])(
    '%s always holds one of %j, at most %i bytes after its start and %i before its end',
    (pattern, anchors, before, after) => {
      expect(prove(pattern, anchors)).toMatchObject({ proven: true, before, after })
    },
  )

  it('folds case only when asked', () => {
    expect(prove('[Pp]assword', ['password']).proven).toBe(false)
    expect(prove('[Pp]assword', ['password'], true).proven).toBe(true)
    expect(prove('password', ['PASSWORD'], true).proven).toBe(true)
  })

  it.each<[string, string[], string]>([
    ['sk-[a-z]{3}|pk-x', ['sk-'], 'pk-x'],
    ['(?:sk-)?[a-z]{3}', ['sk-'], 'aaa'],
    ['(?=sk-).{3}', ['sk-'], '...'],
    ['a{3}', ['aaaa'], 'aaa'],
    ['sk-live', ['sk-test'], 'sk-live'],
    ['a?', ['ab'], ''],
  ])('%s can match without %j', (pattern, anchors, without) => {
    const proof = prove(pattern, anchors)
    expect(proof.proven).toBe(false)
    const { counterExample } = proof as { counterExample: string }
    expect(counterExample).toHaveLength(without.length)
    expect(anchors.some(anchor => counterExample.includes(anchor))).toBe(false)
  })

  it('is right about whatever matches, and its bounds hold', () => {
    const anchors = ['key', 'ab', 'ee']
    let proven = 0
    fc.assert(
      fc.property(randomPattern(), fc.array(fc.integer(), { minLength: 1, maxLength: 5 }), (pattern, seeds) => {
        const proof = prove(pattern, anchors)
        if (!proof.proven) {
          expect(anchors.some(anchor => proof.counterExample.includes(anchor))).toBe(false)
          return
        }
        proven++
        for (const text of seeds.map(seed => spellMatch(pattern, seed))) {
          const places = anchors.flatMap(anchor =>
            [...text]
              .map((_, at) => at)
              .filter(at => text.startsWith(anchor, at))
              .map(at => [at, text.length - at - anchor.length] as const),
          )
          expect(places.some(([before, after]) => before <= proof.before && after <= proof.after)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
    expect(proven).toBeGreaterThan(5)
  })
})
