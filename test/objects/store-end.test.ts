import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { GitError } from '../../src/errors/git-error.ts'
import type { NotScanned } from '../../src/types.ts'
import { expectAll, fill, gitSays } from './filled-repository.ts'
import { openStore } from './read-everything.ts'

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

describe('while somebody else is at work', () => {
  test.each([
    ['repack', ['repack', '-a', '-d', '--quiet']],
    ['gc', ['gc', '--quiet', '--prune=now']],
  ])('%s: no object is lost', async (_, command) => {
    fill(repository)
    repository.git(['repack', '--quiet', '-d'])
    for (let version = 0; version < 40; version++)
      repository.git(['hash-object', '-w', '--stdin'], { input: `${version}` })
    repository.commit('later', { later: 'x'.repeat(500_000) })
    const before = gitSays(repository)
    // What is dangling gc deletes: only objects that it keeps have to be seen.
    const kept = new Set(
      repository.git(['rev-list', '--objects', '--no-object-names', '--all', '--reflog']).split('\n'),
    )
    const seen = new Set<string>()
    const problems: NotScanned[] = []
    const store = await openStore(repository.path)
    await store.readAll(
      object => {
        if (seen.size === 0) repository.git(command)
        expect(seen.has(object.id)).toBe(false)
        seen.add(object.id)
      },
      problem => problems.push(problem),
    )
    for (const id of before.keys()) {
      const answered = seen.has(id) || problems.some(problem => problem.what === id)
      expect(answered).toBe(true)
      if (kept.has(id)) expect(seen.has(id)).toBe(true)
    }
  })

  test('packs that come while it lists are read as well', async () => {
    fill(repository)
    const later = newRepository()
    later.commit('elsewhere', { elsewhere: 'elsewhere\n' })
    const ids = [...gitSays(later).keys()]
    const bytes = later.gitBytes(['pack-objects', '--stdout', '--quiet'], { input: `${ids.join('\n')}\n` })
    const seen = new Set<string>()
    const store = await openStore(repository.path)
    await store.readAll(
      object => {
        if (seen.size === 0) repository.git(['index-pack', '--stdin'], { input: bytes })
        seen.add(object.id)
      },
      problem => expect(problem).toBeUndefined(),
    )
    for (const id of ids) expect(seen.has(id)).toBe(true)
  })
})

describe('its end', () => {
  test('what the visitor throws comes out, and git is stopped', async () => {
    fill(repository)
    const store = await openStore(repository.path)
    const boom = new Error('boom')
    const reading = store.readAll(
      () => {
        throw boom
      },
      () => undefined,
    )
    await expect(reading).rejects.toBe(boom)
    await store.close()
  })

  test('while loose objects are read that take their time, others have their turn', async () => {
    const ids = Array.from({ length: 8 }, (_, i) => repository.git(['hash-object', '-w', '--stdin'], { input: `${i}` }))
    const store = await openStore(repository.path)
    let between = 0
    const timer = setInterval(() => between++, 1)
    const visited: string[] = []
    await store.read(
      ids,
      ({ id }) => {
        visited.push(id)
        // As long as it takes to look at it, on a machine of any speed.
        const started = performance.now()
        while (performance.now() - started < 20);
      },
      () => undefined,
    )
    clearInterval(timer)
    expect(visited).toEqual(ids)
    expect(between).toBeGreaterThan(1)
  })

  test('closing it ends what is being read, and is no problem of an object', async () => {
    fill(repository)
    repository.git(['gc', '--quiet'])
    const store = await openStore(repository.path)
    const problems: NotScanned[] = []
    let closing: Promise<void> | undefined
    const reading = store.readAll(
      () => {
        closing ??= store.close()
      },
      problem => problems.push(problem),
    )
    await expect(reading).rejects.toThrow(/closed while it was read/)
    await closing
    expect(problems).toEqual([])
  })

  test('a repository that goes away is an error, not a list of problems', async () => {
    fill(repository)
    const store = await openStore(repository.path)
    rmSync(join(repository.path, '.git', 'HEAD'))
    const problems: NotScanned[] = []
    const all = store.readAll(
      () => undefined,
      problem => problems.push(problem),
    )
    await expect(all).rejects.toThrow(GitError)
    repository.git(['init', '--quiet'])
    repository.git(['gc', '--quiet'])
    const ids = [...gitSays(repository).keys()]
    rmSync(join(repository.path, '.git', 'HEAD'))
    await expect(
      store.read(
        ids,
        () => undefined,
        problem => problems.push(problem),
      ),
    ).rejects.toThrow(GitError)
    expect(problems).toEqual([])
  })

  test('more ids than one write holds', async () => {
    const input = Array.from(
      { length: 12_000 },
      (_, at) => `blob\nmark :${at + 1}\ndata ${String(at).length}\n${at}\n`,
    ).join('')
    repository.git(['fast-import', '--quiet'], { input: `${input}done\n`, env: {} })
    const expected = gitSays(repository)
    expect(expected.size).toBe(12_000)
    await expectAll(repository)
  })
})

/** One bit of each of four bytes turned over. */
