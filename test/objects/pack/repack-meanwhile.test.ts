import { expect, test } from 'vitest'
import { makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { reportOf, saidIn } from './scan-both-ways.ts'

const FILES = 12
/** So much that the scan looks up from it before it is through. */
const FILE_LINES = 60_000

/** A history of files, some with a secret; of each commit one. */
function stream(from: number, lines: number): string {
  const commits = Array.from({ length: FILES }, (_, i) => {
    const number = from + i
    const content = `${`${number} a line that nobody minds, ${number}\n`.repeat(lines)}token = "${makeLeak(number % 5)}"\n`
    const parent = i === 0 && from > 0 ? 'from refs/heads/main^0\n' : ''
    return `commit refs/heads/main
committer A <a@example.org> ${1_704_067_200 + number} +0000
data 2
m
${parent}M 644 inline ${number}.txt
data ${content.length}
${content}
`
  })
  return `${commits.join('')}done\n`
}

test.each([
  ['repacked', ['repack', '-a', '-d', '--quiet']],
  ['collected', ['gc', '--quiet', '--prune=now']],
])('objects that are %s while they are scanned: none is lost, none told twice', async (_, command) => {
  const repository = newRepository({ bare: true })
  const add = (limit: number, from: number, lines: number): string =>
    repository.git(['-c', `fastimport.unpackLimit=${limit}`, 'fast-import', '--quiet'], { input: stream(from, lines) })
  add(1, 0, FILE_LINES)
  add(1, FILES, 10)
  // These are loose.
  add(1000, 2 * FILES, 10)
  const before = saidIn(await reportOf(repository.path))
  expect(before).toMatchObject({ found: { length: 3 * FILES }, notScanned: [], blobs: 3 * FILES })
  let done = false
  const report = await reportOf(repository.path, {
    onProgress({ phase }) {
      if (phase !== 'objects' || done) return
      done = true
      repository.git(command)
    },
  })
  expect(done).toBe(true)
  expect(saidIn(report)).toEqual(before)
})
