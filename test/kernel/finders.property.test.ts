import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Anchor } from '../../src/types.ts'
import { finders, hitsOf, latin1, naiveHits } from './finders.ts'

/** Few letters, so that anchors overlap and begin one another; neighbours of letters in the table (@ [ ` {), NUL and bytes over 0x7f. */
const letter = fc.constantFrom(
  'a',
  'A',
  'b',
  'B',
  'z',
  'Z',
  '@',
  '[',
  '`',
  '{',
  '_',
  '-',
  '\0',
  ' ',
  '\x80',
  '\xe1',
  '\xc1',
  '\xff',
)
const word = (maxLength: number) => fc.string({ unit: letter, minLength: 1, maxLength })
const length = fc.oneof(
  { weight: 6, arbitrary: fc.constant(5) },
  { weight: 1, arbitrary: fc.constantFrom(1, 18, 40, 70) },
)
const anchor: fc.Arbitrary<Anchor> = fc.record({ text: length.chain(word), ignoreCase: fc.boolean() })

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, c => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()))

/** Text of anchors, whole and cut short, in the wrong case and with a byte changed, and noise between them. */
const textAround = (anchors: readonly Anchor[]) =>
  fc
    .array(
      fc.oneof(
        word(9),
        fc
          .tuple(
            fc.constantFrom('', ...anchors.map(one => one.text)),
            fc.nat(),
            fc.constantFrom('whole', 'cut', 'case', 'bit'),
          )
          .map(([text, at, how]) => {
            const cut = at % (text.length + 1)
            if (how === 'cut') return text.slice(0, cut)
            if (how === 'case') return swapCase(text)
            if (how === 'bit' && cut < text.length) {
              const other = String.fromCharCode(text.charCodeAt(cut) ^ (1 << (at % 8)))
              return text.slice(0, cut) + other + text.slice(cut + 1)
            }
            return text
          }),
      ),
      { maxLength: 40 },
    )
    .map(parts => latin1(parts.join('')))

const anchorsAndText = fc
  .array(anchor, { maxLength: 24 })
  // Some of them twice.
  .chain(some => fc.subarray(some).map(again => [...some, ...again]))
  .chain(anchors => fc.tuple(fc.constant(anchors), textAround(anchors)))

it('both twins find what a naive search finds, whatever the chunks', () => {
  fc.assert(
    fc.property(anchorsAndText, ([anchors, bytes]) => {
      const expected = naiveHits(anchors, bytes)
      for (const [name, finder] of finders(anchors)) expect(hitsOf(finder, bytes), name).toEqual(expected)
    }),
    { numRuns: 400 },
  )
})

it('a finder does not remember the input before', () => {
  fc.assert(
    fc.property(anchorsAndText, fc.uint8Array({ maxLength: 200 }), ([anchors, bytes], other) => {
      for (const [name, finder] of finders(anchors)) {
        const first = hitsOf(finder, bytes)
        hitsOf(finder, other)
        // A shorter input now lies before the rest of a longer one in the kernel's memory.
        const cut = bytes.subarray(0, bytes.length >> 1)
        expect(hitsOf(finder, cut), name).toEqual(naiveHits(anchors, cut))
        expect(hitsOf(finder, bytes), name).toEqual(first)
      }
    }),
    { numRuns: 100 },
  )
})
