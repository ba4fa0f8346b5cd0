import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { GitError } from '../../src/errors/git-error.ts'
import type { NotScanned } from '../../src/types.ts'
import { openStore, readEverything } from './read-everything.ts'

let repository: TestRepository
beforeEach(() => {
  repository = createRepository()
})
afterEach(() => {
  vi.unstubAllEnvs()
  repository.dispose()
})

/** Six versions of two files, and a tag: blobs, trees, commits and a tag that pack into deltas; all loose. */
function fill(target = repository): void {
  const committer = 'A <a@example.org> 1704067200 +0000'
  const data = (text: string): string => `data ${text.length}\n${text}\n`
  const commits = [1, 2, 3, 4, 5, 6].map(version => {
    const lines = Array.from({ length: 200 }, (_, line) => `line ${line === version * 7 ? 'changed' : line}\n`).join('')
    const files = `M 644 inline a/file.txt\n${data(lines)}M 644 inline other\n${data(`other ${version}\n`)}`
    return `commit refs/heads/main\ncommitter ${committer}\n${data(`version ${version}`)}${files}`
  })
  const tag = `tag v1\nfrom refs/heads/main\ntagger ${committer}\n${data('a tag')}`
  target.git(['fast-import', '--quiet'], { input: `${commits.join('')}${tag}done\n` })
  target.git(['reset', '--quiet', '--hard'])
}

/** What git says there is: `type size` by id. */
function gitSays(target = repository, env: Readonly<Record<string, string>> = {}): Map<string, string[]> {
  const lines = target.git(['cat-file', '--batch-all-objects', '--batch-check'], { env }).split('\n').filter(Boolean)
  return new Map(lines.map(line => [line.slice(0, line.indexOf(' ')), [line.slice(line.indexOf(' ') + 1)]]))
}

async function expectAll(target = repository): Promise<void> {
  const expected = gitSays(target)
  expect(await readEverything(target.path)).toEqual({ objects: expected, problems: [] })
  // The same by name.
  expect(await readEverything(target.path, expected.keys())).toEqual({ objects: expected, problems: [] })
}

function packs(target = repository): string[] {
  const folder = join(target.git(['rev-parse', '--absolute-git-dir']), 'objects', 'pack')
  return readdirSync(folder)
    .filter(name => name.endsWith('.pack'))
    .map(name => join(folder, name))
}

function looseFile(id: string): string {
  const file = join(repository.path, '.git', 'objects', id.slice(0, 2), id.slice(2))
  chmodSync(file, 0o644)
  return file
}

describe('every form of repository gives each object once', () => {
  test('empty', async () => {
    await expectAll()
  })

  test('only loose objects', async () => {
    fill()
    expect(packs()).toEqual([])
    await expectAll()
  })

  test('one pack', async () => {
    fill()
    repository.git(['gc', '--quiet'])
    expect(packs()).toHaveLength(1)
    await expectAll()
  })

  test('SHA-256', async () => {
    repository.dispose()
    repository = createRepository({ objectFormat: 'sha256' })
    fill()
    await expectAll()
    repository.git(['gc', '--quiet'])
    await expectAll()
  })

  test('several packs, .keep, a multi-pack-index, loose objects, and objects in more than one of them', async () => {
    fill()
    repository.git(['repack', '--quiet', '-d'])
    repository.commit('later', { later: 'later\n' })
    repository.git(['repack', '--quiet', '-d'])
    const [first] = packs()
    writeFileSync(first!.replace(/pack$/, 'keep'), '')
    const ids = [...gitSays().keys()]
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
    expect(packs()).toHaveLength(3)
    await expectAll()
  })

  test('unreachable objects in a cruft pack', async () => {
    fill()
    const dangling = repository.git(['hash-object', '-w', '--stdin'], { input: 'nobody knows me\n' })
    repository.git(['repack', '--quiet', '--cruft', '-d'])
    expect(packs()).toHaveLength(2)
    await expectAll()
    expect((await readEverything(repository.path)).objects.get(dangling)).toEqual(['blob 16'])
  })

  test('bare', async () => {
    fill()
    await expectAll(repository.clone('bare.git', ['--bare']))
  })

  test('a linked worktree', async () => {
    fill()
    const tree = join(repository.folder, 'tree')
    repository.git(['worktree', 'add', '--quiet', tree, 'HEAD~2'])
    expect(await readEverything(tree)).toEqual({ objects: gitSays(), problems: [] })
  })

  test('shallow', async () => {
    fill()
    const shallow = repository.clone('shallow', ['--depth=2'])
    expect(gitSays(shallow).size).toBeLessThan(gitSays().size)
    await expectAll(shallow)
  })

  test('alternates of alternates', async () => {
    fill()
    const share = (name: string, from: string) =>
      repository.git(['clone', '--quiet', '--shared', from, join(repository.folder, name)])
    share('second', repository.path)
    share('third', join(repository.folder, 'second'))
    const third = join(repository.folder, 'third')
    writeFileSync(join(third, 'own'), 'own\n')
    const own = repository.git(['hash-object', '-w', 'own'], { cwd: third })
    const expected = gitSays().set(own, ['blob 4'])
    expect(await readEverything(third)).toEqual({ objects: expected, problems: [] })
    expect(await readEverything(third, expected.keys())).toEqual({ objects: expected, problems: [] })
  })

  test('a quarantine, as in pre-receive', async () => {
    fill()
    const quarantine = join(repository.folder, 'incoming')
    mkdirSync(quarantine)
    const env = {
      GIT_OBJECT_DIRECTORY: quarantine,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(repository.path, '.git', 'objects'),
    }
    const pushed = repository.git(['hash-object', '-w', '--stdin'], { input: 'pushed\n', env })
    expect(gitSays().has(pushed)).toBe(false)
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
    fill()
    const id = repository.git(['rev-parse', 'HEAD:other'])
    repository.git(['replace', id, repository.git(['hash-object', '-w', '--stdin'], { input: 'something else\n' })])
    expect((await readEverything(repository.path, [id])).objects.get(id)).toEqual(['blob 8'])
    repository.git(['gc', '--quiet'])
    expect((await readEverything(repository.path, [id])).objects.get(id)).toEqual(['blob 8'])
  })
})

describe('a partial clone', () => {
  test('what is promised and not here is counted, named when asked for, and not fetched', async () => {
    fill()
    repository.git(['config', 'uploadpack.allowFilter', 'true'])
    const partial = repository.clone('partial', ['--no-checkout', '--filter=blob:none'])
    const here = gitSays(partial)
    const blobs = [...gitSays()].filter(([, [line]]) => line!.startsWith('blob')).map(([id]) => id)
    expect(blobs).toHaveLength(12)
    const all = await readEverything(partial.path)
    expect(all.objects).toEqual(here)
    expect(all.problems).toEqual([{ what: '12 objects', why: expect.stringMatching(/partial clone/) }])

    const asked = await readEverything(partial.path, gitSays().keys())
    expect(asked.objects).toEqual(here)
    expect(asked.problems.map(problem => problem.what).sort()).toEqual(blobs.sort())
    expect(asked.problems[0]!.why).toMatch(/promised by the remote/)
    expect(gitSays(partial)).toEqual(here)
  })

  test('one that has everything has nothing to report', async () => {
    fill()
    repository.git(['config', 'uploadpack.allowFilter', 'true'])
    await expectAll(repository.clone('partial', ['--no-checkout', '--filter=blob:limit=1m']))
  })
})

describe('what cannot be read is said, and all the rest is read', () => {
  test.each<[string, (file: string) => void, RegExp]>([
    ['garbled', file => writeFileSync(file, flipped(readFileSync(file), 60)), /inflate|unable to stream/],
    ['cut off', file => truncateSync(file, 50), /unable to stream/],
    ['empty', file => truncateSync(file, 0), /is empty/],
    ['no zlib', file => writeFileSync(file, 'garbage'), /incorrect header check/],
  ])('a loose object: %s', async (_, damage, words) => {
    fill()
    const whole = gitSays()
    const id = repository.git(['rev-parse', 'HEAD~2:a/file.txt'])
    damage(looseFile(id))
    whole.delete(id)
    const problems = [{ what: id, why: expect.stringMatching(words) }]
    expect(await readEverything(repository.path)).toEqual({ objects: whole, problems })
    expect(await readEverything(repository.path, [...whole.keys(), id])).toEqual({ objects: whole, problems })
  })

  test('many of them', async () => {
    fill()
    const whole = gitSays()
    const broken = [...whole.keys()].filter((_, index) => index % 3 === 0)
    for (const id of broken) {
      const file = looseFile(id)
      truncateSync(file, Math.floor(readFileSync(file).length / 2))
      whole.delete(id)
    }
    const { objects, problems } = await readEverything(repository.path)
    expect(objects).toEqual(whole)
    expect(problems.map(problem => problem.what).sort()).toEqual(broken.sort())
  })

  test('a packed object, and those that are deltas of it', async () => {
    fill()
    repository.git(['gc', '--quiet'])
    const whole = gitSays()
    const [pack] = packs()
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
    fill()
    const id = repository.git(['rev-parse', 'HEAD:a/file.txt'])
    const file = looseFile(id)
    copyFileSync(file, join(repository.folder, 'copy'))
    repository.git(['gc', '--quiet'])
    mkdirSync(join(file, '..'), { recursive: true })
    copyFileSync(join(repository.folder, 'copy'), file)
    truncateSync(file, 50)
    await expectAll()
  })

  test('a pack without its index, or with a broken one', async () => {
    fill()
    repository.git(['repack', '--quiet', '-a', '-d'])
    const [pack] = packs()
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
    fill()
    writeFileSync(
      join(repository.path, '.git', 'objects', 'info', 'alternates'),
      `${join(repository.folder, 'gone')}\n`,
    )
    const { problems } = await readEverything(repository.path)
    expect(problems).toEqual([{ what: 'object store', why: expect.stringMatching(/gone does not exist/) }])
  })

  test('an object that is not there, and what is no id', async () => {
    fill()
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
      const expected = gitSays()
      expected.delete(large)
      const problems = [{ what: large, why: '2.9 MiB, larger than 97.7 KiB; raise limits.blob-bytes' }]
      const options = { maxObjectBytes: 100_000 }
      expect(await readEverything(repository.path, undefined, options)).toEqual({ objects: expected, problems })
      const asked = await readEverything(repository.path, [...expected.keys(), large], options)
      expect(asked).toEqual({ objects: expected, problems })
    }
  })
})

describe('while somebody else is at work', () => {
  test.each([
    ['repack', ['repack', '-a', '-d', '--quiet']],
    ['gc', ['gc', '--quiet', '--prune=now']],
  ])('%s: no object is lost', async (_, command) => {
    fill()
    repository.git(['repack', '--quiet', '-d'])
    for (let version = 0; version < 40; version++)
      repository.git(['hash-object', '-w', '--stdin'], { input: `${version}` })
    repository.commit('later', { later: 'x'.repeat(500_000) })
    const before = gitSays()
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
    fill()
    const later = createRepository()
    later.commit('elsewhere', { elsewhere: 'elsewhere\n' })
    const ids = [...gitSays(later).keys()]
    const bytes = later.gitBytes(['pack-objects', '--stdout', '--quiet'], { input: `${ids.join('\n')}\n` })
    later.dispose()
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
    fill()
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
    fill()
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
    fill()
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
    const ids = [...gitSays().keys()]
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
    const expected = gitSays()
    expect(expected.size).toBe(12_000)
    await expectAll()
  })
})

/** One bit of each of four bytes turned over. */
function flipped(bytes: Buffer, at: number): Buffer {
  for (let offset = at; offset < at + 4; offset++) bytes[offset]! ^= 0x55
  return bytes
}
