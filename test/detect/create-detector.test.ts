import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDetector } from '../../src/detect/create-detector.ts'
import type { Rule } from '../../src/types.ts'
import { makeRule, shortForm } from './make-rule.ts'

const KIB = 1024

/** `key-` and digits, in quotes or not; looks one character to either side. */
const keys = makeRule({
  id: 'keys',
  anchors: ['key-'],
  pattern: '(?<![a-z])(?<quote>"?)(?<secret>key-[0-9]{4,12})(?![0-9])',
  before: 2,
  lead: 1,
  after: 13,
})
/** Its anchor stands in the middle. */
const middle = makeRule({
  id: 'middle',
  anchors: ['@'],
  pattern: '(?<secret>[a-z0-9]{1,8}@[a-z0-9]{1,8})',
  before: 8,
  after: 8,
})
const anyCase = makeRule({
  id: 'any-case',
  anchors: ['token'],
  ignoreCase: true,
  flags: 'gi',
  pattern: 'token=(?<secret>[a-z0-9]{3,6})',
  before: 0,
  after: 7,
})
const plain = makeRule({
  id: 'plain',
  anchors: ['key-'],
  pattern: '(?<![a-z])(?<secret>key-[0-9]{4,12})(?![0-9])',
  before: 1,
  lead: 0,
  after: 13,
})
/** Tried at its anchors alone. */
const anchored = { ...plain, id: 'anchored', anchored: true }
const RULES = [keys, middle, anyCase, plain, anchored]

const detect = (rules: readonly Rule[], text: string | Uint8Array): readonly string[] =>
  shortForm(createDetector({ rules, hash: '' }).detect({ bytes: Buffer.from(text as string) }))

/** What the pattern finds in the whole text at once. */
function wholeText(rule: Rule, text: string): readonly string[] {
  return [...text.matchAll(new RegExp(rule.pattern, `${rule.flags}d`))].map(found => {
    const [start, end] = found.indices!.groups!.secret!
    return `${rule.id} ${start}-${end} ${text.slice(start, end)}`
  })
}

const piece = fc.oneof(
  fc.constantFrom(
    'key-',
    'key-1234',
    'key-123456789012',
    'a@b',
    '@',
    '"',
    'TOKEN=',
    'token=abc',
    '\n',
    ' ',
    '0',
    'z',
    '\u00ff',
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 6 }),
)

describe('windows find what the pattern finds in the whole text', () => {
  test('whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(...RULES), (pieces, rule) => {
        const text = pieces.join('')
        expect(detect([rule], Buffer.from(text, 'latin1'))).toEqual(wholeText(rule, text))
      }),
      { numRuns: 500 },
    )
  })

  test('with merged windows longer than 256 KiB', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(keys, plain, anchored),
        fc.nat(40),
        fc.array(fc.constantFrom('key-1234 ', 'key-', 'x', '"key-12345"', 'zkey-1234 '), {
          minLength: 1,
          maxLength: 5,
        }),
        (rule, shift, pieces) => {
          const unit = pieces.join('')
          const text = ' '.repeat(shift) + unit.repeat(Math.ceil((600 * KIB) / unit.length))
          expect(detect([rule], text)).toEqual(wholeText(rule, text))
        },
      ),
      { numRuns: 15 },
    )
  })

  test.each([keys, plain, anchored])('at every place round the border of a merged window: $id', rule => {
    const filler = 'key-'
    for (let shift = -30; shift <= 30; shift++) {
      const text = `${filler.repeat((256 * KIB) / filler.length).slice(0, 256 * KIB + shift)} key-12345678 ${filler.repeat(20)}`
      expect(detect([rule], text)).toEqual(wholeText(rule, text))
    }
  })

  test('that stands twice in its match, at the second place', () => {
    expect(detect([anyCase], 'TOKEN=TOKEN=')).toEqual(['any-case 6-11 TOKEN'])
  })

  test('at the first and the last byte', () => {
    expect(detect([keys], 'key-1234')).toEqual(['keys 0-8 key-1234'])
    expect(detect([middle], 'a@b c@d')).toEqual(['middle 0-3 a@b', 'middle 4-7 c@d'])
    expect(detect([keys], '')).toEqual([])
  })
})

test('matches of all rules come in the order of their start, the more specific first', () => {
  const mild = { ...keys, id: 'mild', specificity: 10 }
  expect(detect([mild, keys, middle, anyCase], 'token=abc key-1234 a@b')).toEqual([
    'any-case 6-9 abc',
    'keys 10-18 key-1234',
    'mild 10-18 key-1234',
    'middle 19-22 a@b',
  ])
})

test('offsets are bytes; a secret is read as UTF-8', () => {
  const rule = makeRule({ id: 'word', anchors: ['pass:'], pattern: 'pass:(?<secret>[^ ]{1,20})', before: 0, after: 20 })
  expect(detect([rule], 'ä pass:größe x')).toEqual(['word 8-15 größe'])
})

test('the same text twice in one match: the group counts', () => {
  const rule = makeRule({
    id: 'twice',
    anchors: ['='],
    pattern: '[a-z]{1,9}=(?<secret>[a-z]{1,9})',
    before: 9,
    after: 9,
  })
  expect(detect([rule], 'secret=secret')).toEqual(['twice 7-13 secret'])
})

describe('context', () => {
  const rule = { ...keys, context: ['Acme'], reach: 10 }
  test.each([
    ['acme key-1234', 1],
    ['key-1234 is ACME', 1],
    [`acme ${' '.repeat(10)}key-1234`, 0],
    ['key-1234', 0],
  ])('%j', (text, count) => {
    expect(detect([rule], text)).toHaveLength(count)
  })
})

test('parts are the other groups; an empty one is none', () => {
  const [quoted, plain] = createDetector({ rules: [keys], hash: '' }).detect({
    bytes: Buffer.from('"key-1234" key-1234'),
  })
  expect(quoted!.parts).toEqual({ quote: '"' })
  expect(plain!.parts).toEqual({})
})

test('a rule set without anchors finds nothing', () => {
  expect(detect([], 'key-1234')).toEqual([])
  expect(detect([makeRule({ id: 'file', kind: 'file', anchors: [], pattern: '' })], 'key-1234')).toEqual([])
})
