import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRepository } from '../../fixtures/repositories/create-repository.ts'
import { knownValuesFrom } from '../../src/detect/known-values/known-values-from.ts'
import { knownValueHooks } from '../../src/scan/known-value-hooks.ts'
import { scanForestOf } from '../objects/pack/scan-forest-of.ts'

/** A word, an address with a password that is a value itself, one with signs that every form writes differently, a long one. */
const VALUES = [
  'walnut84',
  ['postgres://app:', 'Kettle-93z', '@db.internal/app'].join(''),
  'Kettle-93z',
  ['plum/+"47', '=marble'].join(''),
  'a1B2'.repeat(30),
]
const known = knownValuesFrom(VALUES.map(value => ({ value, file: '.env', key: 'A', ignored: false })))
const { inspector, plan, printsIn } = knownValueHooks(known)
const sought = { inspector, plan: plan() }

const piece = fc.constantFrom(
  ...VALUES,
  ...VALUES.map(value => Buffer.from(`u:${value}`).toString('base64')),
  ...VALUES.map(encodeURIComponent),
  ...VALUES.map(value => JSON.stringify(value)),
  ...VALUES.map(value => value.slice(0, 7)),
  ...VALUES.map(value => value.slice(7)),
  'x',
  ' ',
  '\n',
  '// keyscan:allow on purpose\n',
  'y'.repeat(450),
  'lorem ipsum dolor sit amet\n',
)
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(30), fc.nat(600)),
  text: fc.array(piece, { maxLength: 3 }).map(pieces => pieces.join('')),
})

test('known values in deltas are those in each version in full', async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 20, maxLength: 40 }),
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
          const { objects } = await scanForestOf(join(repository.path, 'objects'), 20, sought)
          expect(objects.size).toBe(new Set(versions).size)
          for (const { bytes, prints } of objects.values()) {
            const { found, allowed } = printsIn(bytes)
            expect(prints).toEqual([...new Set([...found, ...allowed.map(print => `!${print}`)])].sort())
            held += prints.length
          }
        } finally {
          repository.dispose()
        }
      },
    ),
    { numRuns: 15 },
  )
  expect(held).toBeGreaterThan(100)
})
