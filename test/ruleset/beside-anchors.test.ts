import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { besideAnchors } from '../../src/ruleset/beside-anchors.ts'
import type { ByteAutomaton } from '../../src/ruleset/byte-automaton.ts'
import { compilePattern } from '../../src/ruleset/compile-pattern.ts'
import { parsePattern } from '../../src/ruleset/parse-pattern.ts'
import { readPattern } from '../../src/ruleset/read-pattern.ts'

/** Does the automaton let this go on beside the anchor? `text`: from the anchor away. */
function mayGoOn({ classOf, width, table, starts }: ByteAutomaton, anchor: number, text: string): boolean {
  let state = starts[anchor]!
  for (let i = 0; i < text.length && state > 1; i++) state = table[state * width + classOf[text.charCodeAt(i)]!]!
  return state !== 0
}

const backwards = (text: string): string => [...text].reverse().join('')

const beside = (pattern: string, anchors: readonly string[], ignoreCase = false) =>
  besideAnchors(readPattern(parsePattern(pattern), ignoreCase), anchors, ignoreCase)

describe('what stands behind an anchor', () => {
  test.each([
    ['https://u:p@', true],
    ['https://user:word@host/path', true],
    ['https://host/path:a@b', false],
    ['https://host.example and so on', false],
    ['https://u:', true],
  ])('%s: %s', (text, expected) => {
    const made = beside('https://[a-z]{1,20}:(?<secret>[^/@ ]{1,40})@', ['https://']).sequel!
    expect(mayGoOn(made, 0, text.slice('https://'.length))).toBe(expected)
  })

  test('of an anchor that only a wide class could spell nothing is asked', () => {
    const made = beside('pass[a-z]{0,9}=(?<secret>[a-z0-9]{8,40})', ['pass']).sequel!
    expect(mayGoOn(made, 0, 'word=')).toBe(true)
    // Within the secret `pass` may be followed by anything.
    expect(mayGoOn(made, 0, 'ing by')).toBe(false)
  })

  test('nearly anything may follow: no automaton is worth its bytes', () => {
    expect(beside('toggl[^]{0,40}(?<secret>[0-9a-f]{32})', ['toggl']).sequel).toBeUndefined()
  })
})

describe('what stands before an anchor', () => {
  const line = beside('(?<=(?:^|\\n)[ \\t]{0,4}[\\w.]{0,9})key=(?<secret>[a-z]{4,9})', ['key=']).prelude!

  test.each([
    ['', true],
    ['\n', true],
    ['text\n  my.', true],
    ['\r', true],
    ['some ', false],
    ['["', false],
    // A line of a thousand letters: what is far away is not looked at.
    ['x'.repeat(1000), true],
  ])('%j: %s', (text, expected) => {
    expect(mayGoOn(line, 0, backwards(text))).toBe(expected)
  })

  test('one byte that must not stand there', () => {
    const { prelude } = beside('(?<![a-z])key=(?<secret>[a-z]{4,9})', ['key='])
    expect(mayGoOn(prelude!, 0, 'n')).toBe(false)
    expect(mayGoOn(prelude!, 0, '-')).toBe(true)
    expect(mayGoOn(prelude!, 0, '')).toBe(true)
  })

  test('the part of the match that is before it counts too', () => {
    const { prelude } = beside('<[a-z]{1,9} key=(?<secret>[a-z]{4,9})', [' key='])
    expect(mayGoOn(prelude!, 0, backwards('<item'))).toBe(true)
    expect(mayGoOn(prelude!, 0, backwards('<an item'))).toBe(false)
  })

  test('what is looked for over the beginning, where all anchors are', () => {
    const { prelude } = beside('pass(?:word)?[\\w.]{0,9}(?<=(?:<|name=")[\\w.]{1,40})="(?<secret>[a-z]{4,9})', [
      'pass',
      'word',
    ])
    expect(mayGoOn(prelude!, 0, backwards('<my.'))).toBe(true)
    expect(mayGoOn(prelude!, 0, backwards('name="'))).toBe(true)
    expect(mayGoOn(prelude!, 0, backwards('the '))).toBe(false)
    expect(mayGoOn(prelude!, 1, backwards('<pass'))).toBe(true)
    // Behind the lookbehind another anchor may stand, of which it says nothing.
    expect(beside('(?:key|id)(?<=<[a-z]{1,9})="(?<secret>key[a-z]{4,9})', ['key']).prelude).toBeUndefined()
  })

  test('what is looked for may begin within what was taken: before that stands anything', () => {
    const { prelude } = beside('my[a-z]{1,9}(?<=[a-z]key)=(?<secret>[a-z]{4,9})', ['my'])
    expect(prelude === undefined || mayGoOn(prelude, 0, '{')).toBe(true)
  })

  test('words that must not stand there say nothing', () => {
    expect(beside('(?<!com|by)key=(?<secret>[a-z]{4,9})', ['key=']).prelude).toBeUndefined()
    expect(beside('(?<!(?<!a)b)key=(?<secret>[a-z]{4,9})', ['key=']).prelude).toBeUndefined()
  })
})

/** Patterns of all kinds, over few letters, so that random texts match. */
const PATTERNS: readonly (readonly [pattern: string, anchors: readonly string[], ignoreCase: boolean])[] = [
  ['ab{0,3}c?=(?<secret>[ab]{2,9})', ['ab', 'a=', 'ac='], false],
  ['(?:ab|ba)[abc]{0,5}(?![abc])=?(?<secret>=[abc]{1,4}b)', ['ab', 'ba'], true],
  ['(?<=c)ab(?:=(?<name>[a-c]{1,3})=){1,3}(?<secret>a)', ['ab='], false],
  ['(?<x>ab)=(?<secret>\\k<x>c{1,12})', ['ab'], true],
  ['c{0,4}ab(?:c|=|(?:b=){2}){2,6}(?<secret>a{3})', ['ab', 'aaa'], false],
  ['(?<=^|=)ab=(?<secret>[abc]{2,9})', ['ab='], true],
  ['(?:(?<=cc|b=)|c=|(?<![bc]))[ac]{0,3}ab(?<secret>=[abc]{1,5})', ['ab='], false],
  ['(?<!=)(?<=(?:(?<!a)b|=c)a{0,2})(?:b|c)=(?<secret>[ab]{1,5})', ['b=', 'c='], false],
  ['(?:=(?<![ab]=)){1,3}a=(?<secret>[ab]{1,5})', ['a='], false],
  ['a?b[ab]{0,2}(?<=(?:c|(?<!b)=)[ab]{1,4})=(?<secret>[abc]{1,5})', ['ab', 'b'], false],
  ['(?:ab|ba)(?<=cba?b?a?)=(?<=[abc]{1,4}=)(?<secret>[abc]{1,5})', ['ab', 'ba'], true],
  ['b[abc]{0,3}(?<=ac)(?<=c[abc]{1,6})=(?<secret>[abc]{1,5})', ['b'], false],
]

test('whatever a pattern matches goes on on either side of some anchor in it as its automata allow', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '=', 'A', 'B'), minLength: 4, maxLength: 40 })
  const matched = { sequel: 0, prelude: 0 }
  for (const [source, anchors, ignoreCase] of PATTERNS) {
    const { pattern, flags } = compilePattern(source, anchors, ignoreCase)
    const { sequel, prelude } = beside(source, anchors, ignoreCase)
    fc.assert(
      fc.property(text, one => {
        for (const found of one.matchAll(new RegExp(pattern, flags))) {
          if (sequel) matched.sequel++
          if (prelude) matched.prelude++
          const whole = ignoreCase ? found[0].toLowerCase() : found[0]
          const goesOn = (anchor: string, number: number, at: number): boolean =>
            whole.startsWith(anchor, at) &&
            (!sequel || mayGoOn(sequel, number, one.slice(found.index + at + anchor.length))) &&
            (!prelude || mayGoOn(prelude, number, backwards(one.slice(0, found.index + at))))
          const places = [...whole].keys()
          expect([...places].some(at => anchors.some((anchor, number) => goesOn(anchor, number, at)))).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  }
  expect(matched.sequel).toBeGreaterThan(100)
  expect(matched.prelude).toBeGreaterThan(100)
})
