import { afterEach, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { GitError } from '../../src/errors/git-error.ts'
import { streamGit } from '../../src/git/stream-git.ts'

let repository: TestRepository | undefined
afterEach(() => repository?.dispose())

test('gives the output piece by piece, and what goes in comes through', async () => {
  repository = createRepository()
  const content = Buffer.alloc(2_000_000, 'line\n')
  repository.write('a', content)
  const id = repository.git(['hash-object', '-w', 'a'])
  const process = streamGit(['cat-file', '--batch=%(objectname)'], { cwd: repository.path })
  process.stdin.end(`${id}\n`)
  const chunks: Buffer[] = []
  for await (const chunk of process.stdout) chunks.push(chunk)
  await process.done
  expect(chunks.length).toBeGreaterThan(1)
  expect(Buffer.concat(chunks).equals(Buffer.concat([Buffer.from(`${id}\n`), content, Buffer.from('\n')]))).toBe(true)
})

test('a git that fails throws where its output is read, after what it printed', async () => {
  repository = createRepository()
  const first = repository.commit('first', { a: '1' })
  const process = streamGit(['rev-parse', 'HEAD', 'no-such-branch'], { cwd: repository.path })
  process.stdin.end()
  let output = ''
  const reading = (async () => {
    for await (const chunk of process.stdout) output += chunk
  })()
  await expect(reading).rejects.toThrow(GitError)
  await expect(process.done).rejects.toThrow(/no-such-branch/)
  expect(output).toMatch(new RegExp(`^${first}\n`))
})

test('a reader that stops early stops git', async () => {
  repository = createRepository()
  repository.write('a', Buffer.alloc(20_000_000, 'x'))
  const id = repository.git(['hash-object', '-w', 'a'])
  const process = streamGit(['cat-file', 'blob', id], { cwd: repository.path })
  for await (const chunk of process.stdout) {
    expect(chunk.length).toBeGreaterThan(0)
    break
  }
  await process.done
})

test('stop ends a git that waits for its input', async () => {
  repository = createRepository()
  const process = streamGit(['cat-file', '--batch'], { cwd: repository.path })
  process.stop()
  await expect(process.done).resolves.toBeUndefined()
})
