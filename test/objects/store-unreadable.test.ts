import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { expectAll, fill, flipped, gitSays, looseFile, packs } from './filled-repository.ts'
import { readEverything } from './read-everything.ts'

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

describe('what cannot be read is said, and all the rest is read', () => {
  test.each<[string, (file: string) => void, RegExp]>([
    ['garbled', file => writeFileSync(file, flipped(readFileSync(file), 60)), /inflate|unable to stream/],
    ['cut off', file => truncateSync(file, 50), /unable to stream/],
    ['empty', file => truncateSync(file, 0), /is empty/],
    ['no zlib', file => writeFileSync(file, 'garbage'), /incorrect header check/],
  ])('a loose object: %s', async (_, damage, words) => {
    fill(repository)
    const whole = gitSays(repository)
    const id = repository.git(['rev-parse', 'HEAD~2:a/file.txt'])
    damage(looseFile(repository, id))
    whole.delete(id)
    const problems = [{ what: id, why: expect.stringMatching(words) }]
    expect(await readEverything(repository.path)).toEqual({ objects: whole, problems })
    expect(await readEverything(repository.path, [...whole.keys(), id])).toEqual({ objects: whole, problems })
  })

  test('many of them', async () => {
    fill(repository)
    const whole = gitSays(repository)
    const broken = [...whole.keys()].filter((_, index) => index % 3 === 0)
    for (const id of broken) {
      const file = looseFile(repository, id)
      truncateSync(file, Math.floor(readFileSync(file).length / 2))
      whole.delete(id)
    }
    const { objects, problems } = await readEverything(repository.path)
    expect(objects).toEqual(whole)
    expect(problems.map(problem => problem.what).sort()).toEqual(broken.sort())
  })

  test('a packed object, and those that are deltas of it', async () => {
    fill(repository)
    repository.git(['gc', '--quiet'])
    const whole = gitSays(repository)
    const [pack] = packs(repository)
    const entries = repository
      .git(['verify-pack', '-v', pack!])
      .split('\n')
      .map(line => line.split(/ +/))
    const base = entries.find(entry => entry[6] !== undefined)![6]!
    const offset = Number(entries.find(entry => entry[0] === base)![4])
    chmodSync(pack!, 0o644)
    writeFileSync(pack!, flipped(readFileSync(pack!), offset + 40))
    const { objects, problems } = await readEverything(repository.path)
    const lost = problems.map(problem => problem.what)
    expect(lost).toContain(base)
    expect(lost.length).toBeGreaterThan(1)
    expect(new Set(lost).size).toBe(lost.length)
    for (const id of lost) expect(whole.delete(id)).toBe(true)
    expect(objects).toEqual(whole)
  })

  test('a corrupt loose object of which a pack has a good copy is no problem', async () => {
    fill(repository)
    const id = repository.git(['rev-parse', 'HEAD:a/file.txt'])
    const file = looseFile(repository, id)
    copyFileSync(file, join(repository.folder, 'copy'))
    repository.git(['gc', '--quiet'])
    mkdirSync(join(file, '..'), { recursive: true })
    copyFileSync(join(repository.folder, 'copy'), file)
    truncateSync(file, 50)
    await expectAll(repository)
  })

  test('a pack without its index, or with a broken one', async () => {
    fill(repository)
    repository.git(['repack', '--quiet', '-a', '-d'])
    const [pack] = packs(repository)
    const index = pack!.replace(/pack$/, 'idx')
    repository.commit('later', { later: 'later\n' })
    chmodSync(index, 0o644)
    truncateSync(index, 500)
    const broken = await readEverything(repository.path)
    expect(broken.objects.size).toBe(3)
    expect(broken.problems).toEqual([
      { what: 'object store', why: expect.stringMatching(/index file .* is too small/) },
    ])
    rmSync(index)
    const gone = await readEverything(repository.path)
    expect(gone.objects.size).toBe(3)
    expect(gone.problems).toEqual([{ what: pack, why: expect.stringMatching(/half of a pack/) }])
  })

  test('an alternate that is not there', async () => {
    fill(repository)
    writeFileSync(
      join(repository.path, '.git', 'objects', 'info', 'alternates'),
      `${join(repository.folder, 'gone')}\n`,
    )
    const { problems } = await readEverything(repository.path)
    expect(problems).toEqual([{ what: 'object store', why: expect.stringMatching(/gone does not exist/) }])
  })

  test('an object that is not there, and what is no id', async () => {
    fill(repository)
    const gone = '1234567890'.repeat(4)
    const { objects, problems } = await readEverything(repository.path, [
      gone,
      'HEAD',
      repository.git(['rev-parse', 'HEAD']),
    ])
    expect(objects.size).toBe(1)
    expect(problems).toEqual([
      { what: 'HEAD', why: 'not an object id of a sha1 repository' },
      { what: gone, why: 'missing from the repository' },
    ])
  })

  test('objects over the limit, wherever they are', async () => {
    repository.commit('first', { large: Buffer.alloc(3_000_000, 'x'), exact: Buffer.alloc(100_000, 'y'), small: 'z' })
    const large = repository.git(['rev-parse', 'HEAD:large'])
    for (const packed of [false, true]) {
      if (packed) repository.git(['gc', '--quiet'])
      const expected = gitSays(repository)
      expected.delete(large)
      const problems = [{ what: large, why: '2.9 MiB, larger than 97.7 KiB; raise limits.blob-bytes' }]
      const options = { maxObjectBytes: 100_000 }
      expect(await readEverything(repository.path, undefined, options)).toEqual({ objects: expected, problems })
      const asked = await readEverything(repository.path, [...expected.keys(), large], options)
      expect(asked).toEqual({ objects: expected, problems })
    }
  })
})
