// Over 250 lines: one situation a test, each in its own few lines.
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { type TestRepository, testRepositoryAt } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { runKeyscan } from '../cli/run-keyscan.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()

/** A secret in the first commit, gone in the second, and another one staged. */
function withLeaks(options?: Parameters<typeof newRepository>[0]): TestRepository {
  const repository = newRepository(options)
  repository.commit('leak', { 'a.txt': `${makeLeak(1)}\n` })
  repository.commit('mended', { 'a.txt': 'a\n' })
  repository.write('b.txt', ` ${makeLeak(2)}\n`)
  repository.git(['add', 'b.txt'])
  return repository
}

const IN_HISTORY = leaks('index b.txt:1:2', 'unpushed a.txt:1:1')
const STAGED = leaks('index b.txt:1:2')
const IN_RANGE = CLEAN

/** All three scans of git, from any folder of it. */
async function expectAll(folder: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const runs = [['--staged'], ['--history'], ['--range', 'HEAD~1..HEAD']].map(args => told(folder, args, { env }))
  expect(await Promise.all(runs)).toEqual([STAGED, IN_HISTORY, IN_RANGE])
}

test('only loose objects', () => expectAll(withLeaks().path))

test('SHA-256 object ids', () => expectAll(withLeaks({ objectFormat: 'sha256' }).path))

test('SHA-256, packed', async () => {
  const repository = withLeaks({ objectFormat: 'sha256' })
  repository.git(['repack', '--quiet', '-a', '-d'])
  await expectAll(repository.path)
})

test('packed refs', async () => {
  const repository = withLeaks()
  repository.git(['pack-refs', '--all'])
  expect(existsSync(join(repository.path, '.git', 'refs', 'heads', 'main'))).toBe(false)
  await expectAll(repository.path)
})

test('a detached HEAD', async () => {
  const repository = withLeaks()
  repository.git(['checkout', '--quiet', '--detach'])
  await expectAll(repository.path)
})

describe('packs', () => {
  test('several, and loose objects', async () => {
    const repository = newRepository()
    for (const n of [1, 2, 3]) {
      repository.commit(`commit ${n}`, { [`${n}.txt`]: `${makeLeak(n)}\n` })
      repository.git(['repack', '--quiet'])
    }
    repository.commit('loose', { '4.txt': `${makeLeak(4)}\n` })
    expect(await told(repository.path, ['--history'])).toEqual(
      leaks('head 4.txt:1:1', 'unpushed 1.txt:1:1', 'unpushed 2.txt:1:1', 'unpushed 3.txt:1:1'),
    )
  })

  test('with deltas', async () => {
    const repository = newRepository()
    const lines = Array.from({ length: 500 }, (_, n) => `line ${n}\n`)
    for (const n of [1, 2, 3]) repository.commit(`${n}`, { 'a.txt': `${lines.join('')}${n === 2 ? leak : n}\n` })
    repository.git(['repack', '--quiet', '-a', '-d', '-f', '--depth=50'])
    expect(await told(repository.path, ['--history'])).toEqual(leaks('unpushed a.txt:501:1'))
  })

  test('a multi-pack-index, a bitmap and a commit graph', async () => {
    const repository = withLeaks()
    repository.git(['repack', '--quiet'])
    repository.git(['hash-object', '-w', '--stdin'], { input: `  ${makeLeak(3)}\n` })
    repository.git(['-c', 'gc.auto=0', 'repack', '--quiet', '-A'])
    repository.git(['repack', '--quiet', '-d', '--write-midx'])
    repository.git(['commit-graph', 'write', '--reachable'])
    expect(existsSync(join(repository.path, '.git', 'objects', 'pack', 'multi-pack-index'))).toBe(true)
    expect(await told(repository.path, ['--history'])).toEqual(leaks(...IN_HISTORY.found, 'dangling ?:1:3'))
  })

  test('a cruft pack: what nothing leads to any more', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    repository.git(['hash-object', '-w', '--stdin'], { input: `a\n${leak}\n` })
    repository.git(['repack', '--quiet', '--cruft', '-d'])
    expect(readdirSync(join(repository.path, '.git', 'objects', 'pack')).some(name => name.endsWith('.mtimes'))).toBe(
      true,
    )
    expect(await told(repository.path, ['--history'])).toEqual(leaks('dangling ?:2:1'))
  })

  test('a pack with .keep', async () => {
    const repository = withLeaks()
    repository.git(['repack', '--quiet', '-a', '-d'])
    const folder = join(repository.path, '.git', 'objects', 'pack')
    const [pack] = readdirSync(folder).filter(name => name.endsWith('.pack'))
    writeFileSync(join(folder, pack!.replace('.pack', '.keep')), '')
    repository.git(['repack', '--quiet', '-a', '-d'])
    await expectAll(repository.path)
  })

  test('a repack at the same time', async () => {
    const repository = withLeaks()
    let running = true
    const repacking = (async () => {
      for (let n = 0; running; n++) {
        await new Promise(resolve => setTimeout(resolve, 10))
        repository.git(['repack', '--quiet', '-a', '-d', ...(n % 2 ? ['-f'] : [])])
        repository.git(['pack-refs', '--all'])
      }
    })()
    try {
      for (let n = 0; n < 3; n++) expect(await told(repository.path, ['--history'])).toEqual(IN_HISTORY)
    } finally {
      running = false
      await repacking
    }
  })
})

describe('a linked worktree', () => {
  test('has its own index and HEAD, and the whole history', async () => {
    const repository = newRepository()
    repository.commit('leak', { 'a.txt': `${makeLeak(1)}\n` })
    const path = join(repository.folder, 'linked')
    repository.git(['worktree', 'add', '--quiet', '-b', 'topic', path])
    const linked = testRepositoryAt(path, repository.folder)
    linked.write('sub/b.txt', ` ${makeLeak(2)}\n`)
    linked.git(['add', '.'])
    expect(await told(path, ['--staged'])).toEqual(leaks('index sub/b.txt:1:2'))
    expect(await told(join(path, 'sub'), ['--staged'])).toEqual(leaks('index sub/b.txt:1:2'))
    expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
    for (const folder of [path, repository.path]) {
      expect((await told(folder, ['--history'])).found).toContain('head a.txt:1:1')
    }
  })

  test('what is staged or detached in it belongs to the history of the main one', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    const path = join(repository.folder, 'linked')
    repository.git(['worktree', 'add', '--quiet', '--detach', path])
    const linked = testRepositoryAt(path, repository.folder)
    linked.commit('detached', { 'b.txt': `${makeLeak(1)}\n` })
    linked.write('c.txt', `${makeLeak(2)}\n`)
    linked.git(['add', 'c.txt'])
    expect(await told(repository.path, ['--history'])).toEqual(leaks('index c.txt:1:1', 'unpushed b.txt:1:1'))
  })
})

describe('a bare repository', () => {
  test('its history; all it holds is pushed', async () => {
    const { folder } = withLeaks().clone('bare.git', ['--bare'])
    expect(await told(join(folder, 'bare.git'), ['--history'])).toEqual(leaks('pushed a.txt:1:1'))
    expect(await told(join(folder, 'bare.git'), ['--range', 'HEAD~1..HEAD'])).toEqual(CLEAN)
  })

  test('has no index: an error, never "clean"', async () => {
    const { path } = newRepository({ bare: true })
    const run = await runKeyscan(path, ['--staged'])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/has no work tree/)
  })
})

describe('a clone that does not hold everything', () => {
  test('shallow: said, exit 2 where nothing is found', async () => {
    const { path } = withLeaks().clone('shallow', ['--depth=1'])
    const { code, found, notScanned } = await told(path, ['--history'])
    expect({ code, found }).toEqual({ code: 2, found: [] })
    expect(notScanned).toEqual([
      'history before the shallow boundary: this is a shallow clone: `git fetch --unshallow` brings the rest',
    ])
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
  })

  test('shallow: what is there is found', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    repository.commit('leak', { 'b.txt': `${leak}\n` })
    const { path } = repository.clone('shallow', ['--depth=1'])
    expect(await told(path, ['--history'])).toMatchObject({ code: 1, found: ['pushed b.txt:1:1'] })
  })

  test('partial (blob:none): said, nothing is fetched, exit 2 where nothing is found', async () => {
    const repository = withLeaks()
    repository.git(['config', 'uploadpack.allowFilter', 'true'])
    const clone = repository.clone('partial', ['--filter=blob:none'])
    const before = clone.git(['count-objects', '-v'])
    const { code, found, notScanned } = await told(clone.path, ['--history'])
    expect({ code, found }).toEqual({ code: 2, found: [] })
    expect(notScanned).toEqual([
      '1 object: not here: promised by the remote of this partial clone; `git fetch --refetch --no-filter` brings them',
    ])
    expect(clone.git(['count-objects', '-v'])).toBe(before)
    clone.write('b.txt', ` ${leak}\n`)
    clone.git(['add', 'b.txt'])
    expect(await told(clone.path, ['--staged'])).toEqual(STAGED)
  })

  test('partial: the version before a staged one is not here', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': `${leak}\n` })
    repository.git(['config', 'uploadpack.allowFilter', 'true'])
    const clone = repository.clone('partial', ['--filter=blob:none', '--no-checkout'])
    const id = clone.git(['hash-object', '-w', '--stdin'], { input: `more\n${leak}\n` })
    clone.git(['update-index', '--add', '--cacheinfo', `100644,${id},a.txt`])
    const { code, found, notScanned } = await told(clone.path, ['--staged'])
    expect({ code, found }).toEqual({ code: 1, found: ['index a.txt:2:1'] })
    expect(notScanned).toHaveLength(1)
    expect(notScanned[0]).toMatch(/not here: promised by the remote/)
  })
})

describe('objects that are kept elsewhere', () => {
  test.each([
    ['clone --shared', ['--shared']],
    ['clone --reference', ['--reference', '.']],
  ])('%s', async (_, args) => {
    const repository = withLeaks()
    // Not over file://, which copies all objects.
    repository.git(['clone', '--quiet', ...args, repository.path, join(repository.folder, 'clone')], {
      cwd: repository.path,
    })
    const clone = join(repository.folder, 'clone')
    expect(existsSync(join(clone, '.git', 'objects', 'info', 'alternates'))).toBe(true)
    // All of the other store's objects are readable here: its staged one as well.
    expect(await told(clone, ['--history'])).toEqual(leaks('dangling ?:1:2', 'pushed a.txt:1:1'))
    expect(await told(clone, ['--staged'])).toEqual(CLEAN)
  })
})

describe('nothing to scan', () => {
  test('no commit yet', async () => {
    const { path } = newRepository()
    expect(await told(path, ['--staged'])).toEqual(CLEAN)
    expect(await told(path, ['--history'])).toEqual(CLEAN)
  })

  test('an empty bare repository', async () => {
    expect(await told(newRepository({ bare: true }).path, ['--history'])).toEqual(CLEAN)
  })

  test('not a repository: an error, never "clean"', async () => {
    const { folder } = newRepository()
    for (const args of [['--staged'], ['--history'], ['--range', 'HEAD~1..HEAD']]) {
      const run = await runKeyscan(folder, args)
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expect(run.stderr).toMatch(/not a git repository/)
    }
  })

  test.each([
    ['no HEAD', (git: string) => rmSync(join(git, 'HEAD'))],
    ['a HEAD that is nonsense', (git: string) => writeFileSync(join(git, 'HEAD'), 'nonsense\n')],
    ['no objects folder', (git: string) => rmSync(join(git, 'objects'), { recursive: true })],
    ['a config that is nonsense', (git: string) => writeFileSync(join(git, 'config'), '[nonsense\n')],
    ['an unknown format', (git: string) => writeFileSync(join(git, 'config'), '[core]\nrepositoryformatversion = 9\n')],
    ['an index that is nonsense', (git: string) => writeFileSync(join(git, 'index'), 'nonsense, and long enough\n')],
  ])('a broken repository: %s', async (name, breakIt) => {
    const { path } = withLeaks()
    breakIt(join(path, '.git'))
    for (const args of name.includes('index') ? [['--staged']] : [['--staged'], ['--history']]) {
      const run = await runKeyscan(path, args)
      expect(run, args.join(' ')).toMatchObject({ code: 2, stdout: '' })
      expect(run.stderr).not.toContain('bug in keyscan')
    }
  })
})

describe('a damaged object', () => {
  const fileOf = ({ path }: TestRepository, id: string): string =>
    join(path, '.git', 'objects', id.slice(0, 2), id.slice(2))

  function damage(repository: TestRepository, id: string): void {
    chmodSync(fileOf(repository, id), 0o644)
    writeFileSync(fileOf(repository, id), 'nonsense')
  }

  test('a blob: said; everything else is scanned', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n', 'b.txt': `${leak}\n` })
    const id = repository.git(['rev-parse', 'HEAD:a.txt'])
    damage(repository, id)
    const { code, found, notScanned } = await told(repository.path, ['--history'])
    expect({ code, found }).toEqual({ code: 1, found: ['head b.txt:1:1'] })
    expect(notScanned).toHaveLength(1)
    expect(notScanned[0]).toContain(id)
  })

  test('a staged blob: said, exit 2', async () => {
    const repository = newRepository()
    repository.write('a.txt', 'a\n')
    repository.git(['add', 'a.txt'])
    damage(repository, repository.git(['rev-parse', ':a.txt']))
    expect(await told(repository.path, ['--staged'])).toMatchObject({ code: 2, found: [], notScanned: [/./] })
  })

  test('a blob that is missing: said, exit 2', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': 'a\n' })
    const id = repository.git(['rev-parse', 'HEAD:a.txt'])
    rmSync(fileOf(repository, id))
    const { code, found, notScanned } = await told(repository.path, ['--history'])
    expect({ code, found }).toEqual({ code: 2, found: [] })
    expect(notScanned[0]).toContain(id)
  })

  test('a commit in the middle: said; what is behind it is scanned', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': `${leak}\n` })
    const middle = repository.commit('second', { 'a.txt': 'a\n' })
    repository.commit('third', { 'a.txt': 'b\n' })
    damage(repository, middle)
    const { code, found, notScanned } = await told(repository.path, ['--history'])
    // Where it came in cannot be told: the way there leads by the damaged commit.
    expect({ code, found }).toEqual({ code: 1, found: ['unpushed ?:1:1'] })
    expect(notScanned.join('\n')).toContain(middle)
  })
})

describe('a repository of somebody else', () => {
  test.runIf(process.getuid?.() === 0)('is an error that says what to do', async () => {
    const repository = withLeaks()
    for (const folder of ['.', '.git']) chownSync(join(repository.path, folder), 12345, 12345)
    for (const args of [['--staged'], ['--history'], ['--range', 'HEAD~1..HEAD']]) {
      const run = await runKeyscan(repository.path, args)
      expect(run, args.join(' ')).toMatchObject({ code: 2, stdout: '' })
      expect(run.stderr).toContain('git config --global --add safe.directory')
    }
  })
})

test('reftable, where git knows it', async ({ skip }) => {
  const repository = newRepository()
  const folder = join(repository.folder, 'reftable')
  mkdirSync(folder)
  try {
    repository.git(['init', '--quiet', '--ref-format=reftable', '--initial-branch=main', '.'], { cwd: folder })
  } catch (error) {
    if (/unknown option/.test((error as Error).message)) return skip('this git does not know reftable')
    throw error
  }
  const other = testRepositoryAt(folder, repository.folder)
  other.commit('leak', { 'a.txt': `${makeLeak(1)}\n` })
  other.commit('mended', { 'a.txt': 'a\n' })
  other.write('b.txt', ` ${makeLeak(2)}\n`)
  other.git(['add', 'b.txt'])
  await expectAll(folder)
})
