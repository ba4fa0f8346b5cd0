import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { locateRepository } from '../../../src/git/locate-repository.ts'
import { parseRawDiff, type RawChange } from '../../../src/git/parse-raw-diff.ts'
import { readHead } from '../../../src/git/read-head.ts'
import { openObjectStore } from '../../../src/objects/open-object-store.ts'
import { changesWithoutGit } from '../../../src/sources/staged/changes-without-git.ts'

const DIFF = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', 'HEAD', '--']

function without(path: string): readonly RawChange[] | undefined {
  const located = locateRepository(path, {})!
  const store = openObjectStore({ ...located, cwd: path })
  return changesWithoutGit(located, readHead(located), store)
}

const withGit = ({ gitBytes }: TestRepository): readonly RawChange[] => parseRawDiff(gitBytes(DIFF))

const part = fc.constantFrom('a', 'a.b', 'a-b', 'ab', 'b', '.x', 'é', 'a b', 'B', 'a\\x41')
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'))
const mode = fc.constantFrom('100644', '100755', '120000', '160000')
const entry = fc.record({ path, mode, blob: fc.nat(3) })
const settings = fc.record({
  before: fc.array(entry, { maxLength: 12 }),
  after: fc.array(fc.oneof(entry, fc.record({ path, mode: fc.constant('0'), blob: fc.nat(3) })), { maxLength: 6 }),
  version: fc.constantFrom('2', '3', '4'),
  isPacked: fc.boolean(),
})

describe.each(['sha1', 'sha256'] as const)('the index against HEAD, %s', objectFormat => {
  test('is what git says', () => {
    const repository = newRepository({ objectFormat })
    // An extension of the repository is for git to understand; here it is known which one.
    const located = { ...locateRepository(repository.path, {})!, isPlain: true }
    const { git } = repository
    const blobs = [0, 1, 2, 3].map(one => git(['hash-object', '-w', '--stdin'], { input: `blob ${one}\n` }))
    const put = (entries: readonly { readonly path: string; readonly mode: string; readonly blob: number }[]): void => {
      const lines = entries.map(one => `${one.mode} ${blobs[one.blob]}\t${one.path}\0`)
      git(['update-index', '-z', '--replace', '--index-info'], { input: lines.join('') })
    }
    fc.assert(
      fc.property(settings, ({ before, after, version, isPacked }) => {
        git(['read-tree', '--empty'])
        put(before)
        git(['update-ref', 'HEAD', git(['commit-tree', '-m', 'before', git(['write-tree'])])])
        if (isPacked) git(['repack', '-adq'])
        put(after)
        git(['update-index', '--index-version', version])
        const store = openObjectStore({ ...located, cwd: repository.path })
        expect(changesWithoutGit(located, readHead(located), store)).toEqual(withGit(repository))
      }),
      { numRuns: 25 },
    )
  })
})

test('before the first commit everything is new', () => {
  const { path: folder, git, write } = newRepository()
  write('a/b.txt', 'b\n')
  git(['add', '.'])
  expect(without(folder)).toMatchObject([{ status: 'A', path: 'a/b.txt', before: [{ mode: '000000' }] }])
})

test('reads as many trees as folders have changed, however many there are', () => {
  const repository = newRepository()
  const folders = Array.from({ length: 300 }, (_, n) => `folder${n}`)
  repository.commit('first', Object.fromEntries(folders.map(folder => [`${folder}/file`, folder])))
  repository.write('folder7/file', 'new\n')
  repository.git(['add', 'folder7/file'])
  expect(without(repository.path)).toEqual(withGit(repository))
  expect(without(repository.path)).toHaveLength(1)
})

/** What makes the index one that git alone should explain. */
const UNUSUAL: Readonly<Record<string, (repository: TestRepository) => void>> = {
  'a file that is only intended': ({ write, git }) => {
    write('new', 'new\n')
    git(['add', '--intent-to-add', 'new'])
  },
  'a split index': ({ git }) => git(['update-index', '--split-index']),
  'a sparse index': ({ git }) => {
    git(['sparse-checkout', 'init', '--cone', '--sparse-index'])
    git(['sparse-checkout', 'set', 'kept'])
  },
  'a conflict': ({ git, write, commit }) => {
    git(['checkout', '-q', '-b', 'other'])
    commit('other', { 'kept/a': 'other\n' })
    git(['checkout', '-q', 'main'])
    commit('own', { 'kept/a': 'own\n' })
    expect(() => git(['merge', 'other'])).toThrow()
    write('kept/a', 'half way\n')
  },
  'an index that is cut off': ({ path: folder }) => {
    const file = join(folder, '.git', 'index')
    writeFileSync(file, readFileSync(file).subarray(0, 100))
  },
  'a repository of another format': ({ git }) => git(['config', 'core.repositoryFormatVersion', '1']),
}

test.each(Object.keys(UNUSUAL))('%s is left to git', name => {
  const repository = newRepository()
  repository.commit('first', { 'kept/a': 'a\n', 'away/b': 'b\n' })
  UNUSUAL[name]!(repository)
  expect(without(repository.path)).toBeUndefined()
})
