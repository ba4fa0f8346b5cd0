import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { locateRepository } from '../../src/git/locate-repository.ts'
import { readLooseObject } from '../../src/objects/loose-object.ts'
import { objectDirectories } from '../../src/objects/object-directories.ts'
import { UnreadableObjectError } from '../../src/objects/unreadable-object-error.ts'

const MAX = 1_000_000

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

function directories(cwd = repository.path, env: Readonly<Record<string, string>> = {}): readonly string[] {
  return objectDirectories(locateRepository(cwd, env)!.objectDir, env.GIT_ALTERNATE_OBJECT_DIRECTORIES, cwd)
}

function read(id: string, maxBytes = MAX): unknown {
  const object = readLooseObject(directories(), id, maxBytes)
  return object && { ...object, bytes: Buffer.from(object.bytes).toString('latin1') }
}

/** An object file as nobody's git writes it. */
function forge(id: string, content: Uint8Array): void {
  const folder = join(repository.path, '.git', 'objects', id.slice(0, 2))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, id.slice(2)), content)
}

function why(id: string, maxBytes = MAX): string {
  try {
    read(id, maxBytes)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableObjectError)
    expect((error as UnreadableObjectError).what).toBe(id)
    return (error as UnreadableObjectError).why
  }
  throw new Error('it was read')
}

const ID = 'ab'.repeat(20)

test.each(['sha1', 'sha256'] as const)('every type of object, %s', objectFormat => {
  repository = newRepository({ objectFormat })
  const commit = repository.commit('first', { empty: '', large: 'x'.repeat(300_000), text: 'text\n' })
  repository.git(['tag', '-a', '-m', 'a tag', 'v1'])
  for (const name of ['HEAD:empty', 'HEAD:large', 'HEAD:text', 'HEAD^{tree}', 'HEAD', 'v1']) {
    const id = repository.git(['rev-parse', name])
    const type = repository.git(['cat-file', '-t', id])
    expect(read(id)).toEqual({ id, type, bytes: repository.gitBytes(['cat-file', type, id]).toString('latin1') })
  }
  expect(commit).toHaveLength(objectFormat === 'sha1' ? 40 : 64)
})

test('what is packed or not there is undefined', () => {
  const id = repository.commit('first')
  repository.git(['gc', '--quiet'])
  expect(read(id)).toBeUndefined()
  expect(read(ID)).toBeUndefined()
})

test('a linked worktree, a clone with alternates and one of that', () => {
  const id = repository.commit('first', { a: '1' })
  const at = (name: string) => join(repository.folder, name)
  repository.git(['worktree', 'add', '--quiet', at('tree')])
  repository.git(['clone', '--quiet', '--shared', repository.path, at('second')])
  repository.git(['clone', '--quiet', '--shared', at('second'), at('third')])
  for (const name of ['tree', 'second', 'third']) {
    expect(readLooseObject(directories(at(name)), id, MAX)?.type).toBe('commit')
  }
  expect(directories(at('third'))).toHaveLength(3)
})

test('alternates: comments, relative and quoted paths, circles', () => {
  const objects = join(repository.path, '.git', 'objects')
  const other = join(repository.folder, 'ö"1')
  mkdirSync(join(other, 'info'), { recursive: true })
  writeFileSync(join(other, 'info', 'alternates'), `${objects}\n`)
  writeFileSync(join(objects, 'info', 'alternates'), '# comment\n../../../relative\n\n"../../../\\303\\266\\"1"\n')
  expect(directories()).toEqual([objects, join(repository.folder, 'relative'), other])
})

test('a quarantine', () => {
  const quarantine = join(repository.folder, 'incoming')
  mkdirSync(quarantine)
  const old = repository.commit('first')
  const objects = join(repository.path, '.git', 'objects')
  const env = { GIT_OBJECT_DIRECTORY: quarantine, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects }
  const pushed = repository.git(['hash-object', '-w', '--stdin'], { input: 'pushed', env })
  expect(read(pushed)).toBeUndefined()
  const both = directories(repository.path, env)
  expect(both).toEqual([quarantine, objects])
  for (const id of [old, pushed]) expect(readLooseObject(both, id, MAX)?.id).toBe(id)
})

test('exactly as large as allowed, and a byte more', () => {
  for (const content of [
    'x'.repeat(5000),
    Array.from({ length: 5000 }, (_, at) => String.fromCharCode((at * at) % 251)).join(''),
  ]) {
    const id = repository.git(['hash-object', '-w', '--stdin'], { input: Buffer.from(content, 'latin1') })
    expect(read(id, 5000)).toMatchObject({ bytes: content })
    expect(why(id, 4999)).toBe('4.9 KiB, larger than 4.9 KiB; raise limits.blob-bytes')
  }
})

test('one far too large is not even loaded', () => {
  const id = repository.git(['hash-object', '-w', '--stdin'], { input: Buffer.alloc(20_000_000, 'x') })
  expect(why(id, 10)).toBe('19.1 MiB, larger than 10 bytes; raise limits.blob-bytes')
})

test.each<[string, Uint8Array, RegExp]>([
  ['empty', Buffer.alloc(0), /corrupt loose object/],
  ['no zlib', Buffer.from('garbage'), /corrupt loose object: incorrect header check/],
  ['no header', deflateSync('hello'), /corrupt loose object: no header/],
  ['a type that is none', deflateSync('blub 5\0hello'), /corrupt loose object: no header/],
  ['too short', deflateSync('blob 6\0hello'), /corrupt loose object: 6 bytes promised, 5 found/],
  ['too long', deflateSync('blob 4\0hello'), /corrupt loose object: 4 bytes promised, 5 found/],
  ['a bomb', deflateSync(`blob 5\0${'x'.repeat(3 * MAX)}`), /corrupt loose object/],
])('corrupt: %s', (_, content, expected) => {
  forge(ID, content)
  expect(why(ID)).toMatch(expected)
})

test('corrupt: cut off', () => {
  const id = repository.git(['hash-object', '-w', '--stdin'], { input: 'a rather long line of text\n'.repeat(3) })
  const file = join(repository.path, '.git', 'objects', id.slice(0, 2), id.slice(2))
  chmodSync(file, 0o644)
  truncateSync(file, 30)
  expect(why(id)).toBe('corrupt loose object: unexpected end of file')
})

test('a folder in its place', () => {
  mkdirSync(join(repository.path, '.git', 'objects', ID.slice(0, 2), ID.slice(2)), { recursive: true })
  expect(why(ID)).toMatch(/cannot be read \(E/)
})
