import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()

/** What `git add` does where Git LFS is at work: the pointer becomes the file, its content goes beside the repository. */
function stageByLfs({ write, git }: TestRepository, path: string, content: string, kept = true): void {
  const name = createHash('sha256').update(content).digest('hex')
  if (kept) write(`.git/lfs/objects/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`, content)
  write(path, `version https://git-lfs.github.com/spec/v1\noid sha256:${name}\nsize ${content.length}\n`)
  git(['add', path])
}

test('Git LFS: the content that goes with the pointer counts', async () => {
  const repository = newRepository()
  stageByLfs(repository, 'a.bin', `a\n ${leak}\n`)
  expect(await told(repository.path, ['--staged'])).toEqual(leaks('index a.bin:2:2'))
  stageByLfs(repository, 'a.bin', 'a\n')
  expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
})

test('Git LFS: an old secret in a file that is edited is no new leak', async () => {
  const repository = newRepository()
  stageByLfs(repository, 'a.bin', `a\n ${leak}\n`)
  repository.git(['commit', '--quiet', '-m', 'first'])
  stageByLfs(repository, 'a.bin', `more\na\n ${leak}\n`)
  expect(await told(repository.path, ['--staged'])).toEqual(CLEAN)
})

test('Git LFS: content that is not here is said, exit 2', async () => {
  const repository = newRepository()
  stageByLfs(repository, 'a.bin', 'a\n', false)
  expect(await told(repository.path, ['--staged'])).toEqual({
    code: 2,
    found: [],
    notScanned: ['a.bin: Git LFS object: its content is not in the repository'],
  })
})

test('a file above the limit is said, exit 2', async () => {
  const repository = newRepository()
  repository.write('.keyscan.toml', '[limits]\nblob-bytes = 1000\n')
  repository.write('a.txt', 'text\n'.repeat(1000))
  stageByLfs(repository, 'b.bin', 'more\n'.repeat(1000))
  repository.git(['add', 'a.txt'])
  expect(await told(repository.path, ['--staged'])).toEqual({
    code: 2,
    found: [],
    notScanned: [
      'a.txt: 4.9 KiB, larger than 1000 bytes; raise limits.blob-bytes',
      'b.bin: 4.9 KiB, larger than 1000 bytes; raise limits.blob-bytes',
    ],
  })
})
