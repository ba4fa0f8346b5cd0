import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { createRawDiffParser, parseRawDiff, type RawChange } from '../../src/git/parse-raw-diff.ts'
import { runGit } from '../../src/git/run-git.ts'

let repository: TestRepository | undefined
afterEach(() => repository?.dispose())

const ZERO = '0'.repeat(40)

async function staged(args: readonly string[] = []): Promise<readonly RawChange[]> {
  return parseRawDiff(
    await runGit(['diff-index', '--cached', '--raw', '-z', ...args, 'HEAD'], { cwd: repository!.path }),
  )
}

test('additions, changes, deletions and type changes of the index', async () => {
  repository = createRepository()
  repository.commit('first', { changed: 'one\n', deleted: 'two\n', 'a file': 'target' })
  const old = (path: string) => repository!.git(['rev-parse', `HEAD:${path}`])
  repository.write('changed', 'ONE\n')
  repository.write('-added "quoted"\nä', 'three\n')
  repository.git(['rm', '--quiet', 'deleted'])
  repository.git(['add', '--all'])
  repository.git(['update-index', '--cacheinfo', `120000,${old('a file')},a file`])
  const now = (path: string) => repository!.git(['rev-parse', `:${path}`])
  const change = (status: string, path: string, before: [string, string], after: [string, string]) => ({
    status,
    score: undefined,
    before: [{ mode: before[0], id: before[1] }],
    after: { mode: after[0], id: after[1] },
    path,
    oldPath: undefined,
  })
  expect(await staged()).toEqual([
    change('A', '-added "quoted"\nä', ['000000', ZERO], ['100644', now('-added "quoted"\nä')]),
    change('T', 'a file', ['100644', old('a file')], ['120000', old('a file')]),
    change('M', 'changed', ['100644', old('changed')], ['100644', now('changed')]),
    change('D', 'deleted', ['100644', old('deleted')], ['000000', ZERO]),
  ])
})

test('a rename names both paths and how like they are', async () => {
  repository = createRepository()
  repository.commit('first', { 'old name': 'line\n'.repeat(50) })
  repository.git(['mv', 'old name', 'new name'])
  repository.write('new name', `${'line\n'.repeat(50)}one more\n`)
  repository.git(['add', '--all'])
  const [change, ...others] = await staged(['--find-renames'])
  expect(others).toEqual([])
  expect(change).toMatchObject({ status: 'R', path: 'new name', oldPath: 'old name' })
  expect(change!.score).toBeGreaterThan(80)
})

test('a path that is no UTF-8', async () => {
  repository = createRepository()
  repository.commit('first')
  const id = repository.git(['hash-object', '-w', '--stdin'], { input: 'text' })
  const entry = Buffer.concat([Buffer.from(`100644 ${id}\tcaf`), Buffer.from([0xe9]), Buffer.from('.txt\0')])
  repository.git(['update-index', '-z', '--index-info'], { input: entry })
  expect((await staged()).map(change => change.path)).toEqual(['caf\\xe9.txt'])
})

/** What `log` prints for a root commit, two branches that change one line each, an empty commit and their merge resolved anew. */
async function mergeLog(args: readonly string[]): Promise<Buffer> {
  repository = createRepository()
  repository.commit('root', { file: 'one\n', other: 'x' })
  repository.git(['checkout', '--quiet', '-b', 'side'])
  repository.commit('theirs', { file: 'theirs\n' })
  repository.git(['checkout', '--quiet', 'main'])
  repository.commit('ours', { file: 'ours\n' })
  repository.commit('empty')
  repository.git(['merge', '--quiet', '-s', 'ours', '--no-commit', 'side'])
  repository.write('file', 'both\n')
  repository.commit('merged')
  return runGit(['log', '--raw', '-z', '--no-abbrev', '--format=%x01%s%n%an', ...args], { cwd: repository.path })
}

function events(chunks: readonly Uint8Array[]): (string | RawChange)[] {
  const seen: (string | RawChange)[] = []
  const parser = createRawDiffParser(
    change => seen.push(change),
    text => seen.push(text),
  )
  for (const chunk of chunks) parser.push(chunk)
  parser.end()
  return seen
}

const short = (event: string | RawChange) =>
  typeof event === 'string' ? event : `${event.status} ${event.path} ${event.before.length}`

test('log: commits between their changes, merges against each parent', async () => {
  const output = await mergeLog(['-m'])
  expect(events([output]).map(short)).toEqual([
    '\x01merged\na',
    'M file 1',
    '\x01merged\na',
    'M file 1',
    '\x01empty\na',
    '\x01ours\na',
    'M file 1',
    '\x01theirs\na',
    'M file 1',
    '\x01root\na',
    'A file 1',
    'A other 1',
  ])
})

test('log: the combined form has a side for each parent', async () => {
  const output = await mergeLog(['-c', '-1'])
  const blob = (revision: string) => repository!.git(['rev-parse', `${revision}:file`])
  expect(events([output])).toEqual([
    '\x01merged\na',
    {
      status: 'MM',
      score: undefined,
      before: [
        { mode: '100644', id: blob('HEAD^1') },
        { mode: '100644', id: blob('HEAD^2') },
      ],
      after: { mode: '100644', id: blob('HEAD') },
      path: 'file',
      oldPath: undefined,
    },
  ])
})

test('log: the message only, where the last commit changes nothing', async () => {
  repository = createRepository()
  repository.commit('empty')
  const output = await runGit(['log', '--raw', '-z', '--format=format:%x01%s'], { cwd: repository.path })
  expect(events([output])).toEqual(['\x01empty'])
})

test('where the pipe cuts its chunks makes no difference, and chunks may be used again', async () => {
  const output = await mergeLog(['-c'])
  const whole = events([output])
  fc.assert(
    fc.property(fc.array(fc.nat(output.length), { maxLength: 12 }), cuts => {
      const edges = [0, ...[...cuts].sort((a, b) => a - b), output.length]
      const seen: (string | RawChange)[] = []
      const parser = createRawDiffParser(
        change => seen.push(change),
        text => seen.push(text),
      )
      for (let at = 1; at < edges.length; at++) {
        const chunk = Buffer.from(output.subarray(edges[at - 1], edges[at]))
        parser.push(chunk)
        chunk.fill(0x2a)
      }
      parser.end()
      expect(seen).toEqual(whole)
    }),
  )
})

test('output that was cut off is no shorter list', async () => {
  const output = await mergeLog(['-m'])
  const record = output.indexOf(':100644')
  const afterHeader = output.indexOf(0, record) + 1
  expect(() => events([output.subarray(0, afterHeader)])).toThrow(/in the middle of a raw diff record/)
  expect(() => events([output.subarray(0, afterHeader + 2)])).toThrow(/in the middle of a raw diff record/)
  expect(() => events([output.subarray(0, record + 30)])).toThrow(/not a raw diff record|in the middle/)
})
