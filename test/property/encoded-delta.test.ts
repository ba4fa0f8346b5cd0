import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { expandSample } from '../../src/ruleset/samples.ts'
import { printsInFull } from '../objects/pack/scan-forest-of.ts'
import { editsOf, scanVersions } from './scan-versions.ts'

const KEYS = [1, 2, 3].flatMap(seed => [
  makeLeak(seed),
  expandSample('AKIA{upper:16}', seed),
  `password = "${expandSample('{alnum:20}', seed)}"`,
])
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')
const asJson = (text: string): string => JSON.stringify(JSON.stringify({ token: text, note: `"${text}"` }))

const piece = fc.constantFrom(
  ...KEYS,
  ...KEYS.map(key => base64(`a ${key}`)),
  ...KEYS.map(key => base64(base64(key))),
  ...KEYS.map(key => `atob("${base64(key)}")`),
  ...KEYS.map(key => base64(gzipSync(key))),
  ...KEYS.map(key => Buffer.from(key).toString('hex')),
  ...KEYS.map(asJson),
  ...KEYS.map(key => `"${key.slice(0, 9)}" + "${key.slice(9)}"`),
  ...KEYS.map(key => `kind: Secret\ndata:\n  password: ${base64(key)}\n`),
  // Lines so long that strings in them are looked at alone.
  ...KEYS.map(key => `{"a":"${'word '.repeat(900)}","b":${asJson(key)}}`),
  ...KEYS.map(key => base64(`${'x'.repeat(200)}${key}`).replace(/.{60}/g, '$&\n')),
  'Content-Transfer-Encoding: base64\r\n\r\n',
  '"nbformat"',
  'quoted-printable',
  'atob("',
  '\\"',
  '"',
  ' ',
  '\n',
  '\n---\n',
  '// keyscan:allow on purpose\n',
  'y'.repeat(450),
  'lorem ipsum dolor sit amet\n'.repeat(90),
)

test('what encodings hold by way of deltas is what they hold in each version in full', {
  timeout: 120_000,
}, async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 10, maxLength: 30 }), editsOf(piece), async (first, edits) => {
      const objects = await scanVersions(first.join(''), edits)
      for (const { type, bytes, prints } of objects.values()) {
        expect(prints).toEqual(printsInFull(type, bytes))
        held += prints.length
      }
    }),
    { numRuns: 4 },
  )
  expect(held).toBeGreaterThan(100)
})
