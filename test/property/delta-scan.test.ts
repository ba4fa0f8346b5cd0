import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRepository } from '../../fixtures/repositories/create-repository.ts'
import { printsInFull, scanForestOf } from '../objects/pack/scan-forest-of.ts'
import { RULE_SAMPLES, sampleText } from './rule-samples.ts'

/** Versions in one history, and histories: some thousand versions in all. */
const VERSIONS = 50
const HISTORIES = 30

type Edit =
  | { readonly kind: 'insert' | 'replace'; readonly at: number; readonly text: string; readonly length: number }
  | { readonly kind: 'remove'; readonly at: number; readonly length: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number; readonly length: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'touch'; readonly at: number; readonly text: string }

const words = fc.constantFrom(
  'const ',
  'password = ',
  'token: "',
  '"\n',
  "'",
  'https://',
  'user:',
  '@example.org/',
  '// keyscan:allow on purpose\n',
  'sk-',
  'AKIA',
  'ghp_',
  '-----BEGIN RSA PRIVATE KEY-----\n',
  '-----END RSA PRIVATE KEY-----\n',
  'example',
  '\n\n',
  'x'.repeat(500),
  'lorem ipsum dolor sit amet, consectetur adipisici elit\n',
)
const leak = fc
  .tuple(fc.nat(RULE_SAMPLES.length - 1), fc.nat(50))
  .map(([i, seed]) => `\n${sampleText(RULE_SAMPLES[i]!, seed)}\n`)
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: leak }), { maxLength: 12 })
  .map(parts => parts.join(''))
const place = fc.double({ min: 0, max: 1, noNaN: true })
const length = fc.oneof(fc.nat(40), fc.nat(2000))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insert' as const, 'replace' as const), at: place, text, length }),
  fc.record({ kind: fc.constant('remove' as const), at: place, length }),
  fc.record({ kind: fc.constant('move' as const), at: place, to: place, length }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('touch' as const), at: place, text: words }),
)

function apply(before: string, one: Edit): string {
  const at = Math.floor(one.at * before.length)
  switch (one.kind) {
    case 'insert':
      return before.slice(0, at) + one.text + before.slice(at)
    case 'replace':
      return before.slice(0, at) + one.text + before.slice(at + one.length)
    case 'remove':
      return before.slice(0, at) + before.slice(at + one.length)
    case 'move': {
      const piece = before.slice(at, at + one.length)
      const rest = before.slice(0, at) + before.slice(at + one.length)
      const to = Math.floor(one.to * rest.length)
      return rest.slice(0, to) + piece + rest.slice(to)
    }
    case 'cut':
      return before.slice(at)
    case 'touch':
      return before.slice(0, at) + one.text + before.slice(at + one.text.length)
  }
}

const history = fc.record({
  first: fc.array(text, { minLength: 3, maxLength: 12 }).map(texts => texts.join('\n')),
  edits: fc.array(edit, { minLength: VERSIONS, maxLength: VERSIONS }),
  /** Back to how it once was, so that deltas go both ways. */
  returns: fc.array(fc.nat(VERSIONS - 1), { maxLength: 4 }),
  depth: fc.integer({ min: 1, max: 80 }),
  window: fc.integer({ min: 2, max: 40 }),
  aggressive: fc.boolean(),
})

test('what is found by way of deltas is what is found in each version in full', { timeout: 600_000 }, async () => {
  let inherited = 0
  await fc.assert(
    fc.asyncProperty(history, async ({ first, edits, returns, depth, window, aggressive }) => {
      const repository = createRepository({ bare: true })
      try {
        let version = first
        const versions = [first]
        edits.forEach((one, i) => {
          if (returns.includes(i)) version = versions[Math.floor(versions.length / 2)]!
          version = apply(version, one)
          versions.push(version)
        })
        // Fast-import makes a pack of its own; git then makes deltas between whatever it finds alike.
        const stream = versions.map(content => `blob\ndata ${Buffer.byteLength(content)}\n${content}\n`).join('')
        repository.git(['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', `--depth=${Math.min(depth, 50)}`], {
          input: `${stream}done\n`,
        })
        if (window > 5) {
          const ids = repository.git(['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'])
          const packed = repository.git(
            [
              'pack-objects',
              '-q',
              `--depth=${depth}`,
              `--window=${window}`,
              ...(aggressive ? ['--no-reuse-delta'] : []),
              'objects/pack/pack',
            ],
            {
              input: `${ids
                .split('\n')
                .map(id => `${id} file`)
                .join('\n')}\n`,
            },
          )
          expect(packed).toMatch(/^[0-9a-f]{40}$/)
        }
        const { objects, failed } = await scanForestOf(join(repository.path, 'objects'))
        expect([...failed]).toEqual([])
        expect(objects.size).toBe(new Set(versions).size)
        for (const { type, bytes, prints } of objects.values()) {
          expect(prints).toEqual(printsInFull(type, bytes))
          if (prints.length > 0) inherited++
        }
      } finally {
        repository.dispose()
      }
    }),
    { numRuns: HISTORIES },
  )
  // The property is about something.
  expect(inherited).toBeGreaterThan(HISTORIES)
})
