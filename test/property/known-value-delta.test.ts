import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownValuesFrom } from '../../src/detect/known-values/known-values-from.ts'
import { knownValueHooks } from '../../src/scan/known-value-hooks.ts'
import { editsOf, scanVersions } from './scan-versions.ts'

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

test('known values in deltas are those in each version in full', async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 20, maxLength: 40 }), editsOf(piece), async (first, edits) => {
      const objects = await scanVersions(first.join(''), edits, 20, sought)
      for (const { bytes, prints } of objects.values()) {
        const { found, allowed } = printsIn(bytes)
        expect(prints).toEqual([...new Set([...found, ...allowed.map(print => `!${print}`)])].sort())
        held += prints.length
      }
    }),
    { numRuns: 15 },
  )
  expect(held).toBeGreaterThan(100)
})
