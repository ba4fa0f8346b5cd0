import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { openPackedObjects } from '../../src/objects/packed-object.ts'

/** Files that grow, so that git makes deltas of them. */
function withHistory(objectFormat: 'sha1' | 'sha256'): TestRepository {
  const repository = newRepository({ objectFormat })
  let text = ''
  for (let n = 0; n < 8; n++) {
    text += `line ${n} ${'of a text that is long enough '.repeat(5)}\n`
    repository.commit(`commit ${n}`, { 'a.txt': text, [`folder/${n}.txt`]: text })
  }
  return repository
}

const idsOf = ({ git }: TestRepository): readonly string[] =>
  git(['cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objecttype)']).split('\n')

const objectsOf = ({ path }: TestRepository): string => join(path, '.git', 'objects')

test.each([
  ['sha1', []],
  ['sha1', ['-c', 'repack.useDeltaBaseOffset=false']],
  ['sha256', []],
] as const)('each object of a pack is read, %s %j', (format, settings) => {
  const repository = withHistory(format)
  repository.git([...settings, 'repack', '-adfq', '--depth=50', '--window=20'])
  const packed = openPackedObjects([objectsOf(repository)], format === 'sha1' ? 20 : 32)
  for (const line of idsOf(repository)) {
    const [id, type] = line.split(' ') as [string, string]
    const object = packed.read(id)
    expect(object?.type).toBe(type)
    expect(Buffer.compare(Buffer.from(object!.bytes), repository.gitBytes(['cat-file', type, id]))).toBe(0)
  }
  expect(packed.read('0'.repeat(format === 'sha1' ? 40 : 64))).toBeUndefined()
  packed.close()
})

test('a damaged pack gives what it can and never throws', () => {
  const repository = withHistory('sha1')
  repository.git(['repack', '-adfq'])
  const ids = idsOf(repository).map(line => line.split(' ')[0]!)
  const folder = join(objectsOf(repository), 'pack')
  for (const ending of ['.pack', '.idx']) {
    const file = join(folder, readdirSync(folder).find(name => name.endsWith(ending))!)
    const whole = readFileSync(file)
    chmodSync(file, 0o644)
    for (const damaged of [whole.subarray(0, 40), whole.map((byte, at) => (at % 50 === 49 ? byte ^ 0xff : byte))]) {
      writeFileSync(file, damaged)
      const packed = openPackedObjects([objectsOf(repository)], 20)
      for (const id of ids) packed.read(id)
      packed.close()
    }
    writeFileSync(file, whole)
  }
})
