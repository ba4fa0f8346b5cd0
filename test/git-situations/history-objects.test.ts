// Over 250 lines: one table, each row a situation of its own.
import { rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { leaks, told } from './told.ts'

const leak = makeLeak()
const lines = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('')

/** Nothing but what refs lead to and what lies about is left. */
const forgetReflogs = (r: TestRepository): string => r.git(['reflog', 'expire', '--expire=now', '--all'])

/** Makes the situation; gives what must be found, exactly. */
type Arrange = (repository: TestRepository) => readonly string[]

const SITUATIONS: Readonly<Record<string, Arrange>> = {
  'a file deleted later'(r) {
    r.commit('add', { 'gone.txt': `a\n${leak}\n` })
    r.git(['rm', '--quiet', 'gone.txt'])
    r.commit('remove')
    return ['unpushed gone.txt:2:1']
  },

  'a branch that only a remote-tracking ref holds'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.commit('theirs', { 'b.txt': `${leak}\n` })
    r.git(['update-ref', 'refs/remotes/origin/topic', 'HEAD'])
    r.git(['reset', '--quiet', '--hard', 'HEAD~1'])
    forgetReflogs(r)
    return ['pushed b.txt:1:1']
  },

  'the resolution of a merge conflict'(r) {
    r.commit('base', { 'a.txt': 'base\n' })
    r.git(['checkout', '--quiet', '-b', 'topic'])
    r.commit('theirs', { 'a.txt': 'theirs\n' })
    r.git(['checkout', '--quiet', 'main'])
    r.commit('ours', { 'a.txt': 'ours\n' })
    r.git(['merge', '--quiet', '--strategy=ours', '--no-commit', 'topic'])
    r.commit('merge', { 'a.txt': `both\n  ${leak}\n` })
    r.commit('mended', { 'a.txt': 'both\n' })
    return ['unpushed a.txt:2:3']
  },

  'an octopus merge'(r) {
    r.commit('base', { 'a.txt': 'base\n' })
    for (const name of ['one', 'two']) {
      r.git(['checkout', '--quiet', '-b', name, 'main'])
      r.commit(name, { [`${name}.txt`]: `${name}\n` })
    }
    r.git(['checkout', '--quiet', 'main'])
    r.git(['merge', '--quiet', '--no-commit', '--no-ff', 'one', 'two'])
    r.commit('octopus', { 'evil.txt': `${leak}\n` })
    expect(r.git(['rev-list', '--parents', '-1', 'HEAD']).split(' ')).toHaveLength(4)
    return ['head evil.txt:1:1']
  },

  'a root commit'(r) {
    r.commit('root', { 'a.txt': `${leak}\n` })
    return ['head a.txt:1:1']
  },

  'a second root commit'(r) {
    r.commit('root', { 'a.txt': 'a\n' })
    r.git(['checkout', '--quiet', '--orphan', 'other'])
    r.commit('other root', { 'b.txt': `${leak}\n` })
    r.git(['checkout', '--quiet', 'main'])
    return ['unpushed b.txt:1:1']
  },

  'a rename with a change: one finding, both paths'(r) {
    r.commit('add', { 'old.txt': `${lines}${leak}\n` })
    r.git(['mv', 'old.txt', 'new.txt'])
    r.commit('move', { 'new.txt': `more\n${lines}${leak}\n` })
    return ['unpushed new.txt:22:1 old.txt:21:1']
  },

  'a copy: one finding, both paths'(r) {
    r.commit('add', { 'a.txt': `${leak}\n` })
    r.commit('copy', { 'copies/b.txt': `${leak}\n` })
    return ['unpushed a.txt:1:1 copies/b.txt:1:1']
  },

  "a symlink's own target, and the file that it became"(r) {
    symlinkSync(`/run/${makeLeak(1)}`, join(r.path, 'link'))
    r.commit('link')
    unlinkSync(join(r.path, 'link'))
    r.commit('file', { link: `file\n${makeLeak(2)}\n` })
    return ['unpushed link:1:6', 'head link:2:1']
  },

  'a mode change'(r) {
    r.commit('add', { 'run.sh': `${leak}\n` })
    r.git(['update-index', '--chmod=+x', 'run.sh'])
    r.git(['commit', '--quiet', '-m', 'executable'])
    return ['unpushed run.sh:1:1']
  },

  'a stash: work tree, index and untracked files'(r) {
    r.commit('first', { 'a.txt': 'a\n', 'b.txt': 'b\n' })
    r.write('a.txt', `index\n${makeLeak(1)}\n`)
    r.git(['add', 'a.txt'])
    r.write('a.txt', 'a\n')
    r.write('b.txt', `work tree\n ${makeLeak(2)}\n`)
    r.write('c.txt', `untracked\n  ${makeLeak(3)}\n`)
    r.git(['stash', 'push', '--quiet', '--include-untracked'])
    forgetReflogs(r)
    return ['unpushed a.txt:2:1', 'unpushed b.txt:2:2', 'unpushed c.txt:2:3']
  },

  'an older stash, which only the reflog of the stash holds'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    for (const content of [`${leak}\n`, 'other\n']) {
      r.write('a.txt', content)
      r.git(['stash', 'push', '--quiet'])
    }
    return ['unpushed a.txt:1:1']
  },

  'a commit that was amended away'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.commit('leak', { 'a.txt': `${leak}\n` })
    r.write('a.txt', 'mended\n')
    r.git(['commit', '--quiet', '--amend', '--all', '-m', 'mended'])
    return ['dangling a.txt:1:1']
  },

  'a commit that was reset'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.commit('leak', { 'b.txt': `${leak}\n` })
    r.git(['reset', '--quiet', '--hard', 'HEAD~1'])
    return ['dangling b.txt:1:1']
  },

  'a commit that a rebase dropped'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    const leaked = r.commit('leak', { 'b.txt': `${leak}\n` })
    r.commit('third', { 'c.txt': 'c\n' })
    r.git(['rebase', '--quiet', '--onto', `${leaked}~1`, leaked, 'main'])
    expect(r.git(['ls-files'])).toBe('a.txt\nc.txt')
    return ['dangling b.txt:1:1']
  },

  'a commit that nothing knows any more'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.commit('leak', { 'b.txt': `${leak}\n` })
    r.git(['reset', '--quiet', '--hard', 'HEAD~1'])
    forgetReflogs(r)
    return ['dangling b.txt:1:1']
  },

  'a blob that was staged once'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.write('a.txt', `a\n${leak}\n`)
    r.git(['add', 'a.txt'])
    r.git(['reset', '--quiet', '--hard'])
    return ['dangling ?:2:1']
  },

  'a blob in the index, not committed yet'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.write('a.txt', `a\n${leak}\n`)
    r.git(['add', 'a.txt'])
    return ['index a.txt:2:1']
  },

  'a file that a commit brought in, which was reset softly'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.commit('leak', { 'b.txt': `${leak}\n` })
    r.git(['reset', '--quiet', '--soft', 'HEAD~1'])
    return ['index b.txt:1:1']
  },

  'a file that went out of HEAD and is staged again'(r) {
    r.commit('leak', { 'a.txt': `${leak}\n` })
    r.commit('mended', { 'a.txt': 'a\n' })
    r.write('a.txt', `${leak}\n`)
    r.git(['add', 'a.txt'])
    return ['unpushed a.txt:1:1 a.txt:1:1']
  },

  'a note'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.git(['notes', 'add', '-m', `see\n${leak}`])
    return ['unpushed (note):2:1']
  },

  'a commit message'(r) {
    r.commit(`subject\n\nthe key is ${leak}`)
    r.commit('next')
    return ['unpushed (commit message):3:12']
  },

  "an annotated tag's message"(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.git(['tag', '--annotate', '-m', `release\n\n ${leak}`, 'v1'])
    return ['unpushed (tag message):3:2']
  },

  'a file name'(r) {
    r.commit('first', { [`folder/${leak}.txt`]: 'a\n' })
    return ['head (file name):1:1']
  },

  "a folder's name"(r) {
    r.commit('first', { [`x-${leak}/a.txt`]: 'a\n' })
    return ['head (file name):1:3']
  },

  'a branch name'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.git(['branch', `try/${leak}`])
    return ['unpushed (ref name):1:16']
  },

  "a tag's name"(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.git(['tag', leak])
    return ['unpushed (ref name):1:11']
  },

  "an author's name"(r) {
    r.git(['commit', '--quiet', '--allow-empty', '-m', 'x'], { env: { GIT_AUTHOR_NAME: leak } })
    return ['head (commit author):2:8']
  },

  "an author's e-mail"(r) {
    r.git(['commit', '--quiet', '--allow-empty', '-m', 'x'], { env: { GIT_AUTHOR_EMAIL: `${leak}@example.invalid` } })
    return ['head (commit author):2:11']
  },

  "a committer's e-mail"(r) {
    r.git(['commit', '--quiet', '--allow-empty', '-m', 'x'], { env: { GIT_COMMITTER_EMAIL: leak } })
    return ['head (commit author):3:14']
  },

  "a tagger's name"(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.git(['tag', '--annotate', '-m', 'release', 'v1'], { env: { GIT_COMMITTER_NAME: leak } })
    return ['unpushed (commit author):4:8']
  },

  'a replaced commit'(r) {
    const leaked = r.commit('leak', { 'a.txt': `${leak}\n` })
    r.git(['rm', '--quiet', 'a.txt'])
    const clean = r.commit('mended')
    r.git(['replace', leaked, clean])
    return ['unpushed a.txt:1:1']
  },

  'a replaced blob'(r) {
    r.commit('leak', { 'a.txt': `${leak}\n` })
    const clean = r.git(['hash-object', '-w', '--stdin'], { input: 'clean\n' })
    r.git(['replace', r.git(['rev-parse', 'HEAD:a.txt']), clean])
    return ['head a.txt:1:1']
  },

  'a blob that only a replacement brings in'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    const other = r.git(['hash-object', '-w', '--stdin'], { input: `${leak}\n` })
    r.git(['replace', r.git(['rev-parse', 'HEAD:a.txt']), other])
    return ['unpushed ?:1:1']
  },

  'a file that is tagged, and a folder'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.git(['tag', 'key', r.git(['hash-object', '-w', '--stdin'], { input: `${makeLeak(1)}\n` })])
    const file = r.git(['hash-object', '-w', '--stdin'], { input: `${makeLeak(2)}\n` })
    const tree = r.git(['mktree'], { input: `100644 blob ${file}\tb.txt\n` })
    r.git(['tag', '--annotate', '-m', 'a folder', 'folder', tree])
    return ['unpushed ?:1:1', 'unpushed b.txt:1:1']
  },

  'a commit hidden by a graft'(r) {
    r.commit('first', { 'a.txt': 'a\n' })
    r.commit('leak', { 'b.txt': `${leak}\n` })
    r.git(['rm', '--quiet', 'b.txt'])
    const head = r.commit('mended')
    r.write('.git/info/grafts', `${head}\n`)
    return ['unpushed b.txt:1:1']
  },
}

test.each(Object.keys(SITUATIONS))('%s', async name => {
  const repository = newRepository()
  const found = SITUATIONS[name]!(repository)
  expect(await told(repository.path, ['--history'])).toEqual(leaks(...found))
})

/** What gc throws away: nothing leads to it. */
const GONE = /nothing knows|staged once|not committed|amended|reset|rebase dropped|reset softly|older stash/

test.each(Object.keys(SITUATIONS).filter(name => !GONE.test(name)))('packed: %s', async name => {
  const repository = newRepository()
  const found = SITUATIONS[name]!(repository)
  repository.git(['gc', '--quiet', '--prune=now'])
  rmSync(join(repository.path, '.git', 'logs'), { recursive: true })
  expect(await told(repository.path, ['--history'])).toEqual(leaks(...found))
})
