import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionsOf } from '../../src/detect/position.ts'

const at = (text: string, ...offsets: number[]): readonly string[] =>
  positionsOf(Buffer.from(text), offsets).map(({ line, column }) => `${line}:${column}`)

test('lines end at LF, CRLF and CR alone', () => {
  expect(at('a\nb', 0, 1, 2)).toEqual(['1:1', '1:2', '2:1'])
  expect(at('a\r\nb', 0, 1, 2, 3)).toEqual(['1:1', '1:2', '1:3', '2:1'])
  expect(at('a\rb\r\rc', 0, 2, 4, 5)).toEqual(['1:1', '2:1', '3:1', '4:1'])
  expect(at('\n\n', 0, 1, 2)).toEqual(['1:1', '2:1', '3:1'])
  expect(at('a\r', 2)).toEqual(['2:1'])
})

test('columns are UTF-16 code units', () => {
  expect(at('äx', 2)).toEqual(['1:2'])
  expect(at('\u{1f511}x', 4)).toEqual(['1:3'])
  expect(at('日本\né=k', 7, 9, 10)).toEqual(['2:1', '2:2', '2:3'])
})

test('the same offset twice, and none', () => {
  expect(at('ab', 1, 1)).toEqual(['1:2', '1:2'])
  expect(at('ab')).toEqual([])
})

/** The same, said in another way. */
function expected(text: string, units: number): string {
  const lines = text.slice(0, units).split(/\r\n|\r(?!\n)|\n/)
  // A CR at the end, whose LF follows, ends no line yet.
  return `${lines.length}:${lines.at(-1)!.length + 1}`
}

test('any text, any offset', () => {
  const word = fc.constantFrom('a', 'ä', '日', '\u{1f511}', '\n', '\r\n', '\r', ' ')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), words => {
      let text = ''
      const all = words.join('')
      const offsets: number[] = []
      const wanted: string[] = []
      for (const one of [...words, '']) {
        const next = all[text.length]
        if (!(text.endsWith('\r') && next === '\n')) {
          offsets.push(Buffer.byteLength(text))
          wanted.push(expected(text, text.length))
        }
        text += one
      }
      expect(at(all, ...offsets)).toEqual(wanted)
    }),
  )
})
