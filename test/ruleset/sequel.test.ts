import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern } from '../../src/ruleset/compile-pattern.ts'
import { parsePattern } from '../../src/ruleset/parse-pattern.ts'
import { readPattern } from '../../src/ruleset/read-pattern.ts'
import { type Sequel, sequelOf } from '../../src/ruleset/sequel.ts'

/** Does the automaton let this go on behind the anchor? */
function mayGoOn({ classOf, width, table, starts }: Sequel, anchor: number, text: string): boolean {
  let state = starts[anchor]!
  for (let i = 0; i < text.length && state > 1; i++) state = table[state * width + classOf[text.charCodeAt(i)]!]!
  return state !== 0
}

const sequel = (pattern: string, anchors: readonly string[], ignoreCase = false) =>
  sequelOf(readPattern(parsePattern(pattern), ignoreCase), anchors, ignoreCase)

describe('what stands behind an anchor', () => {
  test.each([
    ['https://u:p@', true],
    ['https://user:word@host/path', true],
    ['https://host/path:a@b', false],
    ['https://host.example and so on', false],
    ['https://u:', true],
  ])('%s: %s', (text, expected) => {
    const made = sequel('https://[a-z]{1,20}:(?<secret>[^/@ ]{1,40})@', ['https://'])!
    expect(mayGoOn(made, 0, text.slice('https://'.length))).toBe(expected)
  })

  test('of an anchor that only a wide class could spell nothing is asked', () => {
    const made = sequel('pass[a-z]{0,9}=(?<secret>[a-z0-9]{8,40})', ['pass'])!
    expect(mayGoOn(made, 0, 'word=')).toBe(true)
    // Within the secret `pass` may be followed by anything.
    expect(mayGoOn(made, 0, 'ing by')).toBe(false)
  })

  test('nearly anything may follow: no automaton is worth its bytes', () => {
    expect(sequel('toggl[^]{0,40}(?<secret>[0-9a-f]{32})', ['toggl'])).toBeUndefined()
  })
})

/** Patterns of all kinds, over few letters, so that random texts match. */
const PATTERNS: readonly (readonly [pattern: string, anchors: readonly string[], ignoreCase: boolean])[] = [
  ['ab{0,3}c?=(?<secret>[ab]{2,9})', ['ab', 'a=', 'ac='], false],
  ['(?:ab|ba)[abc]{0,5}(?![abc])=?(?<secret>=[abc]{1,4}b)', ['ab', 'ba'], true],
  ['(?<=c)ab(?:=(?<name>[a-c]{1,3})=){1,3}(?<secret>a)', ['ab='], false],
  ['(?<x>ab)=(?<secret>\\k<x>c{1,12})', ['ab'], true],
  ['c{0,4}ab(?:c|=|(?:b=){2}){2,6}(?<secret>a{3})', ['ab', 'aaa'], false],
]

test('whatever a pattern matches goes on behind some anchor in it as its automaton allows', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '=', 'A', 'B'), minLength: 4, maxLength: 40 })
  let matched = 0
  for (const [source, anchors, ignoreCase] of PATTERNS) {
    const { pattern, flags } = compilePattern(source, anchors, ignoreCase)
    const made = sequel(source, anchors, ignoreCase)
    if (!made) continue
    fc.assert(
      fc.property(text, one => {
        for (const found of one.matchAll(new RegExp(pattern, flags))) {
          matched++
          const whole = ignoreCase ? found[0].toLowerCase() : found[0]
          const holds = anchors.some((anchor, number) =>
            Array.from(whole, (_, at) => at).some(
              at => whole.startsWith(anchor, at) && mayGoOn(made, number, one.slice(found.index + at + anchor.length)),
            ),
          )
          expect(holds).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  }
  expect(matched).toBeGreaterThan(100)
})
