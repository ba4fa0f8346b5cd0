// Over 250 lines: one table, each row a situation of its own.
import { readdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import type { Origin } from '../../src/types.ts'
import { trace } from './trace.ts'

/** Stands in for a secret: these tests are about where text stands, not what it looks like. */
const LEAK = 'leak-of-a-test'

interface Situation {
  readonly name: string
  /** Makes the situation; gives what must come back, in any order. */
  arrange(repository: TestRepository): readonly (Partial<Origin> & { kind: string })[]
}

const blob = { kind: 'blob', author: 'a', email: 'a@example.invalid' }

const situations: readonly Situation[] = [
  {
    name: 'a file deleted later',
    arrange(r) {
      const commit = r.commit('add', { 'gone.txt': LEAK })
      r.git(['rm', '--quiet', 'gone.txt'])
      r.commit('remove')
      return [{ ...blob, path: 'gone.txt', commit, inHead: false, state: 'unpushed', refs: ['refs/heads/main'] }]
    },
  },
  {
    name: 'a root commit that is HEAD',
    arrange(r) {
      const commit = r.commit('root', { 'a.txt': LEAK })
      return [{ ...blob, path: 'a.txt', commit, inHead: true, atTip: true, state: 'head' }]
    },
  },
  {
    name: 'two root commits',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      r.git(['checkout', '--quiet', '--orphan', 'other'])
      const commit = r.commit('other root', { 'b.txt': LEAK })
      r.git(['checkout', '--quiet', 'main'])
      return [{ ...blob, path: 'b.txt', commit, inHead: false, atTip: true, refs: ['refs/heads/other'] }]
    },
  },
  {
    name: 'a branch that only a remote-tracking ref holds',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      const commit = r.commit('theirs', { 'b.txt': LEAK })
      r.git(['update-ref', 'refs/remotes/origin/topic', 'HEAD'])
      r.git(['reset', '--quiet', '--hard', 'HEAD~1'])
      r.git(['reflog', 'expire', '--expire=now', '--all'])
      return [{ ...blob, path: 'b.txt', commit, refs: ['refs/remotes/origin/topic'], state: 'pushed', inHead: false }]
    },
  },
  {
    name: 'the resolution of a merge conflict',
    arrange(r) {
      r.commit('base', { 'a.txt': 'base\n' })
      r.git(['checkout', '--quiet', '-b', 'topic'])
      r.commit('theirs', { 'a.txt': 'theirs\n' })
      r.git(['checkout', '--quiet', 'main'])
      r.commit('ours', { 'a.txt': 'ours\n' })
      r.git(['merge', '--quiet', '--strategy=ours', '--no-commit', 'topic'])
      const commit = r.commit('merge', { 'a.txt': `${LEAK}\n` })
      return [{ ...blob, path: 'a.txt', commit, state: 'head', inHead: true }]
    },
  },
  {
    name: 'an octopus merge that adds something',
    arrange(r) {
      r.commit('base', { 'a.txt': 'base\n' })
      for (const name of ['one', 'two']) {
        r.git(['checkout', '--quiet', '-b', name, 'main'])
        r.commit(name, { [`${name}.txt`]: name })
      }
      r.git(['checkout', '--quiet', 'main'])
      r.git(['merge', '--quiet', '--no-commit', '--no-ff', 'one', 'two'])
      const commit = r.commit('octopus', { 'evil.txt': LEAK })
      expect(r.git(['rev-list', '--parents', '-1', 'HEAD']).split(' ')).toHaveLength(4)
      return [{ ...blob, path: 'evil.txt', commit, state: 'head' }]
    },
  },
  {
    name: 'a merge that only brings over the other side',
    arrange(r) {
      r.commit('base', { 'a.txt': 'base\n' })
      r.git(['checkout', '--quiet', '-b', 'topic'])
      const commit = r.commit('theirs', { 'b.txt': LEAK })
      r.git(['checkout', '--quiet', 'main'])
      r.git(['merge', '--quiet', '--no-ff', '-m', 'merge', 'topic'])
      return [{ ...blob, path: 'b.txt', commit, refs: ['refs/heads/main', 'refs/heads/topic'], state: 'unpushed' }]
    },
  },
  {
    name: 'a rename with a change',
    arrange(r) {
      const lines = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('')
      const first = r.commit('add', { 'old.txt': `${lines}${LEAK}\n` })
      r.git(['mv', 'old.txt', 'new.txt'])
      const second = r.commit('move', { 'new.txt': `${lines}${LEAK}\nmore\n` })
      return [
        { ...blob, path: 'old.txt', commit: first, inHead: false },
        { ...blob, path: 'new.txt', commit: second, inHead: true },
      ]
    },
  },
  {
    name: 'a copy: one blob at two paths',
    arrange(r) {
      const first = r.commit('add', { 'a.txt': LEAK })
      const second = r.commit('copy', { 'copies/b.txt': LEAK })
      return [
        { ...blob, path: 'a.txt', commit: first, inHead: true },
        { ...blob, path: 'copies/b.txt', commit: second, inHead: true },
      ]
    },
  },
  {
    name: 'many versions: each blob by the commit that made it',
    arrange(r) {
      const first = r.commit('one', { 'a.txt': LEAK })
      const second = r.commit('two', { 'a.txt': `${LEAK} 2` })
      r.commit('three', { 'a.txt': 'clean' })
      return [
        { ...blob, path: 'a.txt', commit: first },
        { ...blob, path: 'a.txt', commit: second },
      ]
    },
  },
  {
    name: 'a blob that comes, goes and comes back: where it first came in',
    arrange(r) {
      const commit = r.commit('one', { 'a.txt': LEAK })
      r.commit('two', { 'a.txt': 'clean' })
      r.commit('three', { 'a.txt': LEAK })
      return [{ ...blob, path: 'a.txt', commit, inHead: true }]
    },
  },
  {
    name: "a symlink's own target, and the file that it becomes",
    arrange(r) {
      symlinkSync(LEAK, join(r.path, 'link'))
      const first = r.commit('link')
      unlinkSync(join(r.path, 'link'))
      const second = r.commit('file', { link: `${LEAK} in a file` })
      return [
        { ...blob, path: 'link', commit: first, inHead: false },
        { ...blob, path: 'link', commit: second, inHead: true },
      ]
    },
  },
  {
    name: 'a mode change brings nothing in',
    arrange(r) {
      const commit = r.commit('add', { 'run.sh': LEAK })
      r.git(['update-index', '--chmod=+x', 'run.sh'])
      r.git(['commit', '--quiet', '-m', 'executable'])
      return [{ ...blob, path: 'run.sh', commit }]
    },
  },
  {
    name: 'a commit that only the reflog knows',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      const commit = r.commit('dropped', { 'b.txt': LEAK })
      r.git(['reset', '--quiet', '--hard', 'HEAD~1'])
      return [{ ...blob, path: 'b.txt', commit, refs: [], state: 'dangling', inHead: false }]
    },
  },
  {
    name: 'an amended commit: the one that is left counts',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      r.commit('first try', { 'b.txt': LEAK })
      r.git(['commit', '--quiet', '--amend', '-m', 'second try'])
      return [{ ...blob, path: 'b.txt', commit: r.git(['rev-parse', 'HEAD']), state: 'head', inHead: true }]
    },
  },
  {
    name: 'a dangling commit',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      const commit = r.commit('dropped', { 'b.txt': LEAK })
      r.git(['reset', '--quiet', '--hard', 'HEAD~1'])
      r.git(['reflog', 'expire', '--expire=now', '--all'])
      return [{ ...blob, path: 'b.txt', commit, refs: [], state: 'dangling', inHead: false }]
    },
  },
  {
    name: 'a dangling blob',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      r.git(['hash-object', '-w', '--stdin'], { input: LEAK })
      return [{ kind: 'blob', state: 'dangling' }]
    },
  },
  {
    name: 'a blob in the index that was never committed',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      r.write('staged.txt', LEAK)
      r.git(['add', 'staged.txt'])
      return [{ kind: 'blob', path: 'staged.txt', state: 'index', inHead: false }]
    },
  },
  {
    name: 'the index before the first commit',
    arrange(r) {
      r.write('staged.txt', LEAK)
      r.git(['add', 'staged.txt'])
      return [{ kind: 'blob', path: 'staged.txt', state: 'index' }]
    },
  },
  {
    name: 'the index of a linked worktree, and its detached HEAD',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      const linked = join(r.folder, 'linked')
      r.git(['worktree', 'add', '--quiet', '--detach', linked])
      r.git(['commit', '--quiet', '--allow-empty', '-m', `${LEAK} in a message`], { cwd: linked })
      const commit = r.git(['rev-parse', 'HEAD'], { cwd: linked })
      const id = r.git(['hash-object', '-w', '--stdin'], { input: LEAK })
      r.git(['update-index', '--add', '--cacheinfo', `100644,${id},there.txt`], { cwd: linked })
      return [
        { kind: 'blob', path: 'there.txt', state: 'index' },
        { kind: 'commit', commit, in: 'commit message', refs: ['worktrees/linked/HEAD'], state: 'unpushed' },
      ]
    },
  },
  {
    name: 'the three parts of a stash, and of an older one',
    arrange(r) {
      r.commit('root', { 'a.txt': '1', 'b.txt': '1' })
      for (const round of [1, 2]) {
        r.write('a.txt', `${LEAK} index ${round}`)
        r.git(['add', 'a.txt'])
        r.write('a.txt', `${LEAK} work tree ${round}`)
        r.write('new.txt', `${LEAK} untracked ${round}`)
        r.git(['stash', 'push', '--quiet', '--include-untracked'])
      }
      return ['stash@{1}', 'refs/stash'].flatMap(ref =>
        ['a.txt', 'a.txt', 'new.txt'].map(
          path => ({ ...blob, path, refs: [ref], state: 'unpushed', inHead: false }) as const,
        ),
      )
    },
  },
  {
    name: 'a note',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      r.git(['notes', 'add', '-m', LEAK])
      return [{ ...blob, in: 'note', refs: ['refs/notes/commits'], state: 'unpushed' }]
    },
  },
  {
    name: "a commit's message",
    arrange(r) {
      const commit = r.commit(`why\n\n${LEAK}`)
      r.commit('next')
      return [
        { kind: 'commit', in: 'commit message', commit, author: 'a', state: 'unpushed', refs: ['refs/heads/main'] },
      ]
    },
  },
  {
    name: 'the message of a dangling commit',
    arrange(r) {
      r.commit('root')
      const tree = r.git(['write-tree'])
      const commit = r.git(['commit-tree', '-m', LEAK, tree])
      return [{ kind: 'commit', in: 'commit message', commit, state: 'dangling', refs: [] }]
    },
  },
  {
    name: "an annotated tag's message",
    arrange(r) {
      const commit = r.commit('root')
      r.git(['tag', '--annotate', '-m', LEAK, 'v1'])
      return [
        {
          kind: 'tag',
          in: 'tag message',
          commit,
          refs: ['refs/tags/v1'],
          author: 'a',
          email: 'a@example.invalid',
          date: '2024-01-01T00:01:00+00:00',
          state: 'unpushed',
        },
      ]
    },
  },
  {
    name: 'a tag of a tag: what is behind both is held',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      r.git(['checkout', '--quiet', '--detach'])
      const commit = r.commit('tagged', { 'b.txt': LEAK })
      r.git(['tag', '--annotate', '-m', 'inner', 'inner'])
      r.git(['tag', '--annotate', '-m', 'outer', 'outer', 'inner'])
      r.git(['tag', '--delete', 'inner'])
      r.git(['checkout', '--quiet', 'main'])
      return [{ ...blob, path: 'b.txt', commit, refs: ['refs/tags/outer'], state: 'unpushed' }]
    },
  },
  {
    name: 'a file name, and that of a folder',
    arrange(r) {
      const first = r.commit('file', { [`${LEAK}.txt`]: '1' })
      const second = r.commit('folder', { [`folder-${LEAK}/a.txt`]: '2' })
      return [
        { kind: 'name', in: 'file name', commit: first, author: 'a', state: 'unpushed' },
        { kind: 'name', in: 'file name', commit: second, author: 'a', state: 'head' },
      ]
    },
  },
  {
    name: 'a branch name',
    arrange(r) {
      const commit = r.commit('root')
      r.git(['branch', `topic/${LEAK}`])
      return [{ kind: 'name', in: 'ref name', commit, state: 'unpushed' }]
    },
  },
  {
    name: "an author's name",
    arrange(r) {
      r.git(['commit', '--quiet', '--allow-empty', '-m', 'x'], { env: { GIT_AUTHOR_NAME: LEAK } })
      return [{ kind: 'commit', author: LEAK, state: 'head' }]
    },
  },
  {
    name: "a committer's e-mail",
    arrange(r) {
      r.git(['commit', '--quiet', '--allow-empty', '-m', 'x'], { env: { GIT_COMMITTER_EMAIL: LEAK } })
      return [{ kind: 'commit', email: 'a@example.invalid', state: 'head' }]
    },
  },
  {
    name: 'attributes that hide a file from diffs, archives and checkouts',
    arrange(r) {
      r.git(['config', 'diff.hidden.textconv', 'true'])
      const attributes = 'a -diff\nb binary\nc diff=hidden\nd export-ignore\ne -text working-tree-encoding=UTF-8\n'
      const files = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(name => [name, `${LEAK} ${name}`]))
      const commit = r.commit('add', { '.gitattributes': attributes, ...files })
      return Object.keys(files).map(path => ({ ...blob, path, commit }))
    },
  },
  {
    name: 'a file with a NUL byte',
    arrange(r) {
      const commit = r.commit('add', { 'a.bin': `\0${LEAK}` })
      return [{ ...blob, path: 'a.bin', commit }]
    },
  },
  {
    name: 'a replaced commit and a replaced blob',
    arrange(r) {
      const commit = r.commit('add', { 'a.txt': LEAK })
      r.git(['rm', '--quiet', 'a.txt'])
      const clean = r.commit('remove')
      r.git(['replace', commit, clean])
      r.git([
        'replace',
        r.git(['hash-object', '-w', '--stdin'], { input: LEAK }),
        r.git(['hash-object', '-w', '--stdin'], { input: 'x' }),
      ])
      return [{ ...blob, path: 'a.txt', commit, state: 'unpushed' }]
    },
  },
  {
    name: 'a grafted commit',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      const commit = r.commit('add', { 'b.txt': LEAK })
      r.git(['rm', '--quiet', 'b.txt'])
      const head = r.commit('remove')
      r.write('.git/info/grafts', `${head}\n`)
      return [{ ...blob, path: 'b.txt', commit, state: 'unpushed', refs: ['refs/heads/main'] }]
    },
  },
  {
    name: 'paths with spaces, quotes, a line feed, a leading dash and bytes that are no UTF-8',
    arrange(r) {
      const names = ['with space', '"quoted"', "it's", 'line\nfeed', '-dash', 'tab\t', 'ümlaut', ' ']
      const files = Object.fromEntries(names.map((name, n) => [name, `${LEAK} ${n}`]))
      const commit = r.commit('odd', files)
      r.write(Buffer.from('caf\xe9.txt', 'latin1'), `${LEAK} latin1`)
      const last = r.commit('odder')
      return [
        ...names.map(path => ({ ...blob, path, commit, inHead: true })),
        { ...blob, path: 'caf\\xe9.txt', commit: last, inHead: true },
      ]
    },
  },
  {
    name: 'author names with odd bytes',
    arrange(r) {
      const name = 'É "quoted" \x01 >'
      r.git(['commit', '--quiet', '--allow-empty', '-m', LEAK], { env: { GIT_AUTHOR_NAME: name } })
      return [{ kind: 'commit', author: r.git(['log', '-1', '--format=%an']), state: 'head' }]
    },
  },
  {
    name: 'a detached HEAD',
    arrange(r) {
      r.commit('root', { 'a.txt': '1' })
      r.git(['checkout', '--quiet', '--detach'])
      const commit = r.commit('detached', { 'b.txt': LEAK })
      return [{ ...blob, path: 'b.txt', commit, refs: ['HEAD'], state: 'head', inHead: true }]
    },
  },
  {
    name: 'objects in alternates',
    arrange(r) {
      const store = join(r.folder, 'store.git')
      const commit = r.commit('root', { 'a.txt': LEAK })
      r.git(['clone', '--quiet', '--bare', r.path, store])
      r.write('.git/objects/info/alternates', `${join(store, 'objects').replaceAll('\\', '/')}\n`)
      const own = join(r.path, '.git/objects')
      for (const folder of readdirSync(own)) if (folder.length === 2) rmSync(join(own, folder), { recursive: true })
      expect(r.git(['count-objects'])).toMatch(/^0 objects/)
      return [{ ...blob, path: 'a.txt', commit, state: 'head' }]
    },
  },
]

/** gc does away with what nothing refers to (reflogs of 2024 have run out), and of what is in alternates nothing is left to pack. */
const surviveGc = situations.filter(({ name }) => !/dangling|index|alternates|reflog/.test(name))

async function check({ arrange }: Situation, prepare: (repository: TestRepository) => void): Promise<void> {
  const repository = newRepository()
  const expected = arrange(repository)
  prepare(repository)
  const traced = await trace(repository, LEAK)
  expect(traced).toEqual(expect.arrayContaining(expected.map(one => expect.objectContaining(one))))
  expect(traced).toHaveLength(expected.length)
}

describe('everything is found and says where it came in', () => {
  test.each(situations)('$name', situation => check(situation, () => undefined))

  test.each(surviveGc)('$name: packed', situation =>
    check(situation, repository => repository.git(['gc', '--quiet', '--prune=now'])),
  )

  test('SHA-256 object ids', async () => {
    const repository = newRepository({ objectFormat: 'sha256' })
    const commit = repository.commit('add', { 'a.txt': LEAK })
    rmSync(join(repository.path, 'a.txt'))
    repository.commit('remove')
    expect(commit).toHaveLength(64)
    expect(await trace(repository, LEAK)).toMatchObject([{ kind: 'blob', path: 'a.txt', commit, inHead: false }])
  })
})
