import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hireTeam } from '../../src/workers/hire-team.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyscan-team-'))
})
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }))

/** A file for threads to start with, which does this with a job. */
function workerThat(name: string, does: string): string {
  const file = join(folder, `${name}.cjs`)
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads')
    let setup
    parentPort.on('message', message => {
      if ('setup' in message) setup = message.setup
      else { const { job } = message; ${does} }
    })`,
  )
  return file
}

test('each thread is told what to look for, then what to look at, and answers', async () => {
  const team = hireTeam(2, 'setup', workerThat('answers', 'parentPort.postMessage({ findings: [setup, job] })'))!
  const answers = team.run('job')
  expect(answers).toHaveLength(2)
  expect(await Promise.all(answers)).toEqual([
    ['setup', 'job'],
    ['setup', 'job'],
  ])
  await team.close()
})

test.each([
  ['ends', 'process.exit(3)', 'a thread ended with 3 before it was done'],
  ['throws', "throw new Error('boom')", 'a thread ended before it was done: boom'],
  ['rejects', "Promise.reject(new Error('boom'))", 'a thread ended before it was done: boom'],
])('a thread that %s is an error, not a wait for ever', async (name, does, words) => {
  const team = hireTeam(1, undefined, workerThat(name, does))!
  await expect(Promise.all(team.run('job'))).rejects.toThrow(words)
  await team.close()
})

test('a thread that ends before anything is asked of it is noticed when it is', async () => {
  const team = hireTeam(1, undefined, workerThat('gone', ''))!
  await team.close()
  await expect(Promise.all(team.run('job'))).rejects.toThrow('a thread ended with')
})

test('a team of nobody, or without a file to start with, is none', () => {
  expect(hireTeam(0, undefined, workerThat('idle', ''))).toBeUndefined()
  expect(hireTeam(2, undefined)).toBeUndefined()
})
