import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { complaintOf } from './complaint-of.ts'

let repository: TestRepository
let outside: string
beforeAll(() => {
  repository = createRepository()
  repository.commit('first', { 'a.txt': 'nothing\n', 'sub/b.txt': 'nothing\n' })
  outside = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-outside-')))
})
afterAll(() => {
  repository.dispose()
  rmSync(outside, { recursive: true })
})

describe('outside a repository', () => {
  test.each([[[]], [['--staged']], [['--history']], [['--range', 'HEAD~1..HEAD']], [['init']]])('%j', async args => {
    expect(await complaintOf(outside, args)).toMatch(/^not (?:a|in a) git repository.*-C DIR/)
  })
})

const CASES: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['nowhere.txt'], /^no such file or folder: nowhere\.txt$/],
  [['a.txt', ''], /^a PATH is empty: /],
  [['a.txt', 'nowhere'], /^no such file or folder: nowhere$/],
  [['-C', 'nowhere'], /^-C nowhere: no such folder$/],
  [['-C', 'nowhere', '--history'], /^-C nowhere: no such folder$/],
  [['-C', 'nowhere', '--stdin'], /^-C nowhere: no such folder$/],
  [['-C', 'nowhere', 'a.txt'], /^-C nowhere: no such folder$/],
  [['-C', 'nowhere', 'init'], /^-C nowhere: no such folder$/],
  [['-C', 'a.txt', '--history'], /^-C a\.txt: not a folder$/],
  [['-C'], /^-C needs a value: -C DIR$/],
  [['-C', 'sub', '-C', 'sub'], /^-C is given twice$/],

  [['--range'], /^--range needs a value: --range A\.\.B$/],
  [['--range='], /^--range: not a range: "": give A\.\.B/],
  [['--range', 'HEAD'], /^--range: not a range: "HEAD": give A\.\.B/],
  [['--range', '..'], /^--range: not a range: "\.\."/],
  [['--range', 'nowhere..HEAD'], /^--range: no such branch, tag or commit here: "nowhere" \(`git branch --all`/],
  [['--range', 'HEAD..nowhere'], /^--range: no such branch, tag or commit here: "nowhere" /],
  [['--range', `${'1'.repeat(40)}..HEAD`], /^--range: the commit 1+ is not in this repository: fetch it/],
  [['--range', '--output=x..HEAD'], /^--range needs a value/],
  [['--range=--output=x..HEAD'], /^--range: no revision begins with a dash/],
  [['--history', '--since', '2024-02-31'], /^--since: not a date: "2024-02-31"\. Give 2024-01-31/],
  [['--history', '--since', 'lats week'], /^--since: not a date: "lats week"/],
  [['--history', '--branch', 'nowhere'], /^--branch: no such branch, tag or commit here: "nowhere"/],
  [['--history', '--branch=--all'], /^--branch: no such branch/],

  [['--histroy'], /^unknown option --histroy\. Did you mean --history\? "keyscan --help"/],
  [['--show-secret'], /Did you mean --show-secrets\?/],
  [['--quite'], /Did you mean --quiet\?/],
  [['--completely-else'], /^unknown option --completely-else\. "keyscan --help" lists all of them\.$/],
  [['-x'], /^unknown option -x\. /],
  [['--quiet=1'], /^--quiet takes no value$/],
  [['--format', '--history'], /^--format needs a value: --format NAME\[=FILE\]$/],
  [['--config', 'a', '--config', 'b'], /^--config is given twice$/],

  [['--staged', '--history'], /^--staged and --history are two different scans: give one/],
  [['--stdin', '--range', 'a..b'], /^--range and --stdin are two different scans/],
  [['--history', 'a.txt'], /^--history takes no paths, but "a\.txt" was given/],
  [['--staged', 'a.txt'], /^--staged takes no paths/],
  [['--stdin', '--', '--weird'], /^--stdin takes no paths, but "--weird" was given/],
  [['--since', '2024-01-01'], /^--since goes with --history only\.$/],
  [['--staged', '--branch', 'main'], /^--branch goes with --history only\.$/],
  [['--reachable-only', 'a.txt'], /^--reachable-only goes with --history only\.$/],
  [['--name', 'x.env', '--history'], /^--name goes with --stdin only\.$/],
  [['--no-ignore', '--staged'], /^--no-ignore goes with PATH… only\.$/],
  [['--undo'], /^--undo goes with "keyscan init" only\.$/],
  [['init', 'again'], /^keyscan init takes no "again"/],
  [['init', '--history'], /^--history means nothing to keyscan init/],

  [['--format', 'xml'], /^--format takes human, json, .*, not "xml"\.$/],
  [['--format', 'json='], /^--format json= names no file: --format json=FILE$/],
  [['--format', '=out.json'], /^--format takes human, json, .*, not ""/],
  [['--format', 'json', '--format', 'sarif'], /^two formats for standard output/],
  [['--format', 'json=a', '--format', 'sarif=./a'], /^two formats for the one file .*a: give each its own/],
  [['--min-confidence', 'hihg'], /^--min-confidence takes low, medium, high, not "hihg"\.$/],
  [['--rule', 'github-token'], /^--rule github-token: there is no such rule\. There are github-/],
  [['--rule', ''], /^--rule : there is no such rule\. keyscan rules list/],
  [['--config', 'nowhere.toml'], /^no such file: nowhere\.toml: --config takes a file of settings/],
  [['--config', 'sub'], /^sub is a folder: name the file in it/],
]

describe('what cannot be meant', () => {
  test.each(CASES)('%j', async (args, message) => {
    expect(await complaintOf(repository.path, args)).toMatch(message)
  })
})

test('a bare repository has nothing that can be staged', async () => {
  const bare = repository.clone('bare.git', ['--bare'])
  expect(await complaintOf(bare.path, [])).toMatch(/no work tree, so that nothing can be staged there: .*--history/)
})

test('a .git file that leads nowhere', async () => {
  writeFileSync(join(outside, '.git'), 'gitdir: /nowhere/at/all\n')
  expect(await complaintOf(outside, [])).toMatch(/^not a git repository: /)
})

test.skipIf(process.platform === 'win32')('a folder on standard input is no text', async () => {
  const shell = ['sh', '-c', 'exec "$0" "$@" < .']
  expect(await complaintOf(repository.path, ['--stdin'], { through: shell })).toMatch(
    /^standard input cannot be read \(it is a folder\)/,
  )
})

test.skipIf(process.platform === 'win32')('in a folder that has been deleted meanwhile', async () => {
  const gone = join(outside, 'gone')
  mkdirSync(gone)
  const through = ['sh', '-c', 'rmdir ../gone; exec "$0" "$@"']
  expect(await complaintOf(gone, ['--history'], { through })).toMatch(/^the current folder is not there any more: /)
})
