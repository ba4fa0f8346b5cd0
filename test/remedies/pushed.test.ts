import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  createRepository,
  type TestRepository,
  testRepositoryAt,
} from '../../fixtures/repositories/create-repository.ts'
import { gitTestEnvironment } from '../../fixtures/repositories/git-test-environment.ts'
import { remediesFor } from '../../src/remedies/remedies-for.ts'
import type { Place } from '../../src/types.ts'
import { ruleWith } from './rule.ts'

const SECRET = ['ex', 'a1b2c3d4e5f6g7h8i9j0'].join('_')

/** git-filter-repo is no part of git: where it is not installed (or older than 2.47), what it does cannot be tried. */
const hasFilterRepo = spawnSync('git', ['filter-repo', '-h']).stdout.includes('--sensitive-data-removal')

let server: TestRepository
let clone: TestRepository
beforeEach(() => {
  server = createRepository({ bare: true })
  const path = join(server.folder, 'work')
  server.git(['clone', '-q', server.path, path])
  clone = testRepositoryAt(path, server.folder)
})
afterEach(() => server.dispose())

const at = (path: string, more: Partial<Place>): Place => ({
  path,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 24,
  ...more,
})

/** Runs the purge steps in one shell, as a person would in one terminal; what is typed there comes from `typed`. */
function purge(commands: readonly string[], typed = ''): void {
  const script = commands
    .filter(command => !command.startsWith('keyscan ') && !command.startsWith('git cat-file '))
    .join('\n')
  execFileSync('sh', ['-ec', script], { cwd: clone.path, env: gitTestEnvironment(), input: typed, stdio: 'pipe' })
}

test('revoking comes first, and purging is said not to stand in for it', () => {
  const steps = remediesFor({
    rule: ruleWith(),
    mode: 'history',
    state: 'pushed',
    places: [at('a.js', { commit: 'a'.repeat(40), inHead: true })],
  })
  expect(steps[0]?.kind).toBe('revoke')
  expect(steps[0]?.text).toContain('Revoke it now')
  expect(steps.find(step => step.kind === 'purge')?.text).toMatch(/^Purging never stands in for revoking/)
  const commands = steps.flatMap(step => step.commands ?? [])
  expect(commands).toEqual([
    'git add -- a.js',
    'git commit -m "Take a secret out"',
    'git push',
    'git clone "$(git remote get-url origin)" ../keyscan-purge',
    'cd ../keyscan-purge',
    '(umask 077 && cat > ../keyscan-purge.txt)',
    'git filter-repo --sensitive-data-removal --replace-text ../keyscan-purge.txt',
    'keyscan --history',
    'rm ../keyscan-purge.txt',
    'git push --force --mirror origin',
    `git cat-file -t ${'a'.repeat(12)}`,
  ])
})

test('a secret in a pushed message is taken out of messages', () => {
  const places = [{ ...at('x', { commit: 'a'.repeat(40) }), in: 'commit message' as const }]
  const steps = remediesFor({ rule: ruleWith(), mode: 'history', state: 'pushed', places })
  expect(steps.flatMap(step => step.commands ?? [])).toContain(
    'git filter-repo --sensitive-data-removal --replace-message ../keyscan-purge.txt',
  )
})

test.skipIf(!hasFilterRepo)('the steps take a value out of every branch of the server', () => {
  const leak = clone.commit('leak', { 'a.js': `key = '${SECRET}'\n` })
  clone.git(['branch', 'other'])
  clone.git(['push', '-q', '--set-upstream', 'origin', 'main', 'other'])
  const steps = remediesFor({
    rule: ruleWith(),
    mode: 'history',
    state: 'pushed',
    places: [at('a.js', { commit: leak, inHead: true })],
  })
  clone.write('a.js', 'key = process.env.EXAMPLE_API_KEY\n')
  purge(
    steps.flatMap(step => step.commands ?? []),
    `literal:${SECRET}==>***REMOVED***\n`,
  )
  expect(server.git(['log', '-p', '--all'])).not.toContain(SECRET)
  expect(server.git(['show', 'main:a.js'])).toBe('key = process.env.EXAMPLE_API_KEY')
})

test.skipIf(!hasFilterRepo)('the steps take a private key out, wherever it stood', () => {
  const key = `-----BEGIN ${'RSA PRIVATE'} KEY-----\nMIIabc\ndef\n-----END ${'RSA PRIVATE'} KEY-----\n`
  const leak = clone.commit('leak', { 'a.txt': `before\n${key}after\n` })
  clone.git(['push', '-q', '--set-upstream', 'origin', 'main'])
  const rule = ruleWith({ provider: 'private-key' })
  const steps = remediesFor({
    rule,
    mode: 'history',
    state: 'pushed',
    places: [at('a.txt', { commit: leak, inHead: false })],
  })
  purge(steps.flatMap(step => (step.kind === 'revoke' ? [] : (step.commands ?? []))))
  expect(server.git(['show', 'main:a.txt'])).toBe('before\n***REMOVED***\nafter')
})

test.skipIf(!hasFilterRepo)('the steps take a whole file out, under its former names too', () => {
  clone.commit('base', { keep: '1' })
  const leak = clone.commit('leak', { 'old name/.env': `KEY=${SECRET}\n` })
  clone.git(['mv', 'old name/.env', '.env'])
  const tip = clone.commit('move')
  clone.git(['push', '-q', '--set-upstream', 'origin', 'main'])
  const places = [at('old name/.env', { commit: leak }), at('.env', { commit: tip, inHead: true })]
  const steps = remediesFor({ rule: ruleWith({ kind: 'dotenv' }), mode: 'history', state: 'pushed', places })
  purge(steps.flatMap(step => step.commands ?? []))
  expect(server.git(['log', '--all', '--name-only', '--format='])).not.toContain('env')
  expect(server.git(['ls-tree', '-r', '--name-only', 'main'])).toBe('.gitignore\nkeep')
  rmSync(join(server.folder, 'keyscan-purge'), { recursive: true })
})

test('a file that held a copy once is not taken out of history with the .env', () => {
  const pushed = { commit: 'a'.repeat(40), date: '2024-01-01T00:00:00Z' }
  const stepsOf = (places: readonly Place[]) =>
    remediesFor({ rule: ruleWith({ kind: 'dotenv' }), mode: 'history', state: 'pushed', places, headCommit: null })
      .flatMap(step => step.commands ?? [])
      .filter(command => command.startsWith('git filter-repo'))
      .join('\n')
  const env = at('.env', { ...pushed, inHead: true })
  expect(stepsOf([env])).toContain('--invert-paths --path .env')
  expect(stepsOf([env, at('src/a.js', { ...pushed, inHead: false })])).not.toContain('--invert-paths')
})
