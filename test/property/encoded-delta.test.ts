import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createRepository } from '../../fixtures/repositories/create-repository.ts'
import { expandSample } from '../../src/ruleset/samples.ts'
import { printsInFull, scanForestOf } from '../objects/pack/scan-forest-of.ts'

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
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(30), fc.nat(600)),
  text: fc.array(piece, { maxLength: 3 }).map(pieces => pieces.join('')),
})

test('what encodings hold by way of deltas is what they hold in each version in full', {
  timeout: 120_000,
}, async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 10, maxLength: 30 }),
      fc.array(edit, { minLength: 40, maxLength: 40 }),
      async (first, edits) => {
        const repository = createRepository({ bare: true })
        try {
          let version = first.join('')
          const versions = [version]
          for (const { at, length, text } of edits) {
            const from = Math.floor(at * version.length)
            version = version.slice(0, from) + text + version.slice(from + length)
            versions.push(version)
          }
          const stream = versions.map(content => `blob\ndata ${Buffer.byteLength(content)}\n${content}\n`).join('')
          repository.git(['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--depth=50'], {
            input: `${stream}done\n`,
          })
          const { objects } = await scanForestOf(join(repository.path, 'objects'))
          expect(objects.size).toBe(new Set(versions).size)
          for (const { type, bytes, prints } of objects.values()) {
            expect(prints).toEqual(printsInFull(type, bytes))
            held += prints.length
          }
        } finally {
          repository.dispose()
        }
      },
    ),
    { numRuns: 4 },
  )
  expect(held).toBeGreaterThan(100)
})
