import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePath } from '../../src/git/decode-path.ts'

test.each([
  ['src/a b.ts', 'src/a b.ts'],
  ['ordner/grüße 日本 😀', 'ordner/grüße 日本 😀'],
  ['\ufeffbom', '\ufeffbom'],
  ['back\\slash', 'back\\slash'],
  ['no escape \\xff', 'no escape \\\\xff'],
])('UTF-8: %s', (path, text) => {
  expect(decodePath(Buffer.from(path))).toBe(text)
})

test.each([
  ['caf\xe9', 'caf\\xe9'],
  ['a\\b\xff', 'a\\\\b\\xff'],
  // The first two bytes of three, and a surrogate, which UTF-8 does not have.
  ['\xe6\x97x', '\\xe6\\x97x'],
  ['\xed\xa0\x80', '\\xed\\xa0\\x80'],
  ['\xc3\xa4\xfe', 'ä\\xfe'],
])('no UTF-8: %j', (latin1, text) => {
  expect(decodePath(Buffer.from(latin1, 'latin1'))).toBe(text)
})

/** The way back; there is none in the program, which reads by object id. */
function encode(text: string): Buffer {
  if (!/\\x[0-9a-f]{2}/.test(text)) return Buffer.from(text)
  const parts = text.match(/\\\\|\\x[0-9a-f]{2}|[^\\]+/g) ?? []
  return Buffer.concat(
    parts.map(part =>
      part.startsWith('\\x') ? Buffer.from(part.slice(2), 'hex') : Buffer.from(part.replace('\\\\', '\\')),
    ),
  )
}

test('nothing is lost', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 4 }).map(bytes => Buffer.from(bytes)),
    fc.constantFrom('\\', '\\x', '\\xff', '\\\\', 'ä', '日').map(text => Buffer.from(text)),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
      const bytes = Buffer.concat(pieces)
      expect(encode(decodePath(bytes)).toString('hex')).toBe(bytes.toString('hex'))
    }),
    { numRuns: 2000 },
  )
})
