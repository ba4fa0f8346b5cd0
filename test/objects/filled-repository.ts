import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { readEverything } from './read-everything.ts'

/** Six versions of two files, and a tag: blobs, trees, commits and a tag that pack into deltas; all loose. */
export function fill(target: TestRepository): void {
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
export function gitSays(target: TestRepository, env: Readonly<Record<string, string>> = {}): Map<string, string[]> {
  const lines = target.git(['cat-file', '--batch-all-objects', '--batch-check'], { env }).split('\n').filter(Boolean)
  return new Map(lines.map(line => [line.slice(0, line.indexOf(' ')), [line.slice(line.indexOf(' ') + 1)]]))
}

export async function expectAll(target: TestRepository): Promise<void> {
  const expected = gitSays(target)
  expect(await readEverything(target.path)).toEqual({ objects: expected, problems: [] })
  // The same by name.
  expect(await readEverything(target.path, expected.keys())).toEqual({ objects: expected, problems: [] })
}

export function packs(target: TestRepository): string[] {
  const folder = join(target.git(['rev-parse', '--absolute-git-dir']), 'objects', 'pack')
  return readdirSync(folder)
    .filter(name => name.endsWith('.pack'))
    .map(name => join(folder, name))
}

export function looseFile({ path }: TestRepository, id: string): string {
  const file = join(path, '.git', 'objects', id.slice(0, 2), id.slice(2))
  chmodSync(file, 0o644)
  return file
}

export function flipped(bytes: Buffer, at: number): Buffer {
  for (let offset = at; offset < at + 4; offset++) bytes[offset]! ^= 0x55
  return bytes
}
