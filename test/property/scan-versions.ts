import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { createRepository } from '../../fixtures/repositories/create-repository.ts'
import { scanForestOf } from '../objects/pack/scan-forest-of.ts'

/** What is put in the place of some bytes of the version before; `at`: as a part of its length. */
interface Edit {
  readonly at: number
  readonly length: number
  readonly text: string
}

/** Forty edits that put in pieces, or nothing. */
export function editsOf(piece: fc.Arbitrary<string>): fc.Arbitrary<readonly Edit[]> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat(30), fc.nat(600)),
    text: fc.array(piece, { maxLength: 3 }).map(pieces => pieces.join('')),
  })
  return fc.array(edit, { minLength: 40, maxLength: 40 })
}

type Scan = Awaited<ReturnType<typeof scanForestOf>>
type Rest = Parameters<typeof scanForestOf> extends [string, ...infer More] ? More : never

/** Packs the text and what each edit makes of it as deltas of one another, and gives what a scan of that pack finds in each. */
export async function scanVersions(first: string, edits: readonly Edit[], ...rest: Rest): Promise<Scan['objects']> {
  const repository = createRepository({ bare: true })
  try {
    let version = first
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
    const { objects } = await scanForestOf(join(repository.path, 'objects'), ...rest)
    expect(objects.size).toBe(new Set(versions).size)
    return objects
  } finally {
    repository.dispose()
  }
}
