import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { expectAll, fill, gitSays, packs } from './filled-repository.ts'
import { readEverything } from './read-everything.ts'

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

describe('every form of repository gives each object once', () => {
  test('empty', async () => {
    await expectAll(repository)
  })

  test('only loose objects', async () => {
    fill(repository)
    expect(packs(repository)).toEqual([])
    await expectAll(repository)
  })

  test('one pack', async () => {
    fill(repository)
    repository.git(['gc', '--quiet'])
    expect(packs(repository)).toHaveLength(1)
    await expectAll(repository)
  })

  test('SHA-256', async () => {
    repository = newRepository({ objectFormat: 'sha256' })
    fill(repository)
    await expectAll(repository)
    repository.git(['gc', '--quiet'])
    await expectAll(repository)
  })

  test('several packs, .keep, a multi-pack-index, loose objects, and objects in more than one of them', async () => {
    fill(repository)
    repository.git(['repack', '--quiet', '-d'])
    repository.commit('later', { later: 'later\n' })
    repository.git(['repack', '--quiet', '-d'])
    const [first] = packs(repository)
    writeFileSync(first!.replace(/pack$/, 'keep'), '')
    const ids = [...gitSays(repository).keys()]
    // The same objects once more, in a third pack and loose.
    const bytes = repository.gitBytes(['pack-objects', '--stdout', '--quiet'], {
      input: `${ids.slice(0, 9).join('\n')}\n`,
    })
    repository.commit('last', { last: 'last\n' })
    repository.git(['index-pack', '--stdin'], { input: bytes })
    repository.git(['multi-pack-index', 'write'])
    const folder = join(repository.path, '.git', 'objects')
    // And loose: unpacked while the packs were out of sight.
    const aside = join(repository.folder, 'aside')
    renameSync(join(folder, 'pack'), aside)
    repository.git(['unpack-objects', '-q'], { input: bytes })
    rmSync(join(folder, 'pack'), { recursive: true, force: true })
    renameSync(aside, join(folder, 'pack'))
    expect(Number(/^count: (\d+)/.exec(repository.git(['count-objects', '-v']))![1])).toBeGreaterThanOrEqual(9)
    expect(packs(repository)).toHaveLength(3)
    await expectAll(repository)
  })

  test('unreachable objects in a cruft pack', async () => {
    fill(repository)
    const dangling = repository.git(['hash-object', '-w', '--stdin'], { input: 'nobody knows me\n' })
    repository.git(['repack', '--quiet', '--cruft', '-d'])
    expect(packs(repository)).toHaveLength(2)
    await expectAll(repository)
    expect((await readEverything(repository.path)).objects.get(dangling)).toEqual(['blob 16'])
  })

  test('bare', async () => {
    fill(repository)
    await expectAll(repository.clone('bare.git', ['--bare']))
  })

  test('a linked worktree', async () => {
    fill(repository)
    const tree = join(repository.folder, 'tree')
    repository.git(['worktree', 'add', '--quiet', tree, 'HEAD~2'])
    expect(await readEverything(tree)).toEqual({ objects: gitSays(repository), problems: [] })
  })

  test('shallow', async () => {
    fill(repository)
    const shallow = repository.clone('shallow', ['--depth=2'])
    expect(gitSays(shallow).size).toBeLessThan(gitSays(repository).size)
    await expectAll(shallow)
  })

  test('alternates of alternates', async () => {
    fill(repository)
    const share = (name: string, from: string) =>
      repository.git(['clone', '--quiet', '--shared', from, join(repository.folder, name)])
    share('second', repository.path)
    share('third', join(repository.folder, 'second'))
    const third = join(repository.folder, 'third')
    writeFileSync(join(third, 'own'), 'own\n')
    const own = repository.git(['hash-object', '-w', 'own'], { cwd: third })
    const expected = gitSays(repository).set(own, ['blob 4'])
    expect(await readEverything(third)).toEqual({ objects: expected, problems: [] })
    expect(await readEverything(third, expected.keys())).toEqual({ objects: expected, problems: [] })
  })

  test('a quarantine, as in pre-receive', async () => {
    fill(repository)
    const quarantine = join(repository.folder, 'incoming')
    mkdirSync(quarantine)
    const env = {
      GIT_OBJECT_DIRECTORY: quarantine,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(repository.path, '.git', 'objects'),
    }
    const pushed = repository.git(['hash-object', '-w', '--stdin'], { input: 'pushed\n', env })
    expect(gitSays(repository).has(pushed)).toBe(false)
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const expected = gitSays(repository, env)
    expect(expected.has(pushed)).toBe(true)
    expect(await readEverything(repository.path)).toEqual({ objects: expected, problems: [] })
    expect(await readEverything(repository.path, [pushed])).toMatchObject({
      problems: [],
      objects: new Map([[pushed, ['blob 7']]]),
    })
  })

  test('replaced objects are read as they are', async () => {
    fill(repository)
    const id = repository.git(['rev-parse', 'HEAD:other'])
    repository.git(['replace', id, repository.git(['hash-object', '-w', '--stdin'], { input: 'something else\n' })])
    expect((await readEverything(repository.path, [id])).objects.get(id)).toEqual(['blob 8'])
    repository.git(['gc', '--quiet'])
    expect((await readEverything(repository.path, [id])).objects.get(id)).toEqual(['blob 8'])
  })
})

describe('a partial clone', () => {
  test('what is promised and not here is counted, named when asked for, and not fetched', async () => {
    fill(repository)
    repository.git(['config', 'uploadpack.allowFilter', 'true'])
    const partial = repository.clone('partial', ['--no-checkout', '--filter=blob:none'])
    const here = gitSays(partial)
    const blobs = [...gitSays(repository)].filter(([, [line]]) => line!.startsWith('blob')).map(([id]) => id)
    expect(blobs).toHaveLength(12)
    const all = await readEverything(partial.path)
    expect(all.objects).toEqual(here)
    expect(all.problems).toEqual([{ what: '12 objects', why: expect.stringMatching(/partial clone/) }])

    const asked = await readEverything(partial.path, gitSays(repository).keys())
    expect(asked.objects).toEqual(here)
    expect(asked.problems.map(problem => problem.what).sort()).toEqual(blobs.sort())
    expect(asked.problems[0]!.why).toMatch(/promised by the remote/)
    expect(gitSays(partial)).toEqual(here)
  })

  test('one that has everything has nothing to report', async () => {
    fill(repository)
    repository.git(['config', 'uploadpack.allowFilter', 'true'])
    await expectAll(repository.clone('partial', ['--no-checkout', '--filter=blob:limit=1m']))
  })
})
