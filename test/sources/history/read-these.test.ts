import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { createRepository, type TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import type { TeamScanOptions } from '../../../src/scan.ts'
import type { Report } from '../../../src/types.ts'
import { reportOf } from '../../objects/pack/scan-both-ways.ts'

/** As many as it takes for packs to be opened. */
const FILES = 600
const LINES = Array.from({ length: 40 }, (_, n) => `line ${n} of a file that is changed here and there\n`).join('')

let repository: TestRepository

const files = (round: number, more: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(
    Array.from({ length: FILES }, (_, n) => [`folder-${n % 7}/file-${n}.txt`, `${LINES}${n} in round ${round}\n`]),
  ),
  ...more,
})

/** Trees and files are deltas of one another, across what is asked for and what is not. What is asked for begins at `start`. */
beforeAll(() => {
  repository = createRepository()
  const module = 'vendored/one'
  repository.commit(
    'before',
    files(0, { 'old.env': `OLD_TOKEN=${makeLeak(1)}\n`, 'moved.txt': `${LINES}${makeLeak(2)}\n` }),
  )
  repository.git(['update-index', '--add', '--cacheinfo', `160000,${'ab'.repeat(20)},${module}`])
  repository.git(['commit', '--quiet', '-m', 'a submodule'])
  repository.git(['tag', 'start'])
  repository.git(['mv', 'moved.txt', 'elsewhere.txt'])
  repository.write('elsewhere.txt', `${LINES}another line\n${makeLeak(2)}\n`)
  repository.commit(
    'within',
    files(1, { '.env': `NEW_TOKEN=${makeLeak(3)}\n`, 'code.js': `const token = "${makeLeak(4)}"\n` }),
  )
  repository.commit(
    'and again',
    files(2, { 'pointer.bin': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n' }),
  )
  repository.git(['checkout', '--quiet', '-b', 'other', 'start'])
  repository.commit(
    'beside',
    files(3, { 'beside.txt': `token = "${makeLeak(5)}"\n`, [`${makeLeak(6)}.txt`]: 'by its name\n' }),
  )
  repository.git(['checkout', '--quiet', 'main'])
  repository.git(['repack', '-adf', '--depth=50', '--window=50', '--quiet'])
  repository.write('loose.txt', `token = "${makeLeak(7)}"\n`)
  repository.git(['add', 'loose.txt'])
  repository.git(['commit', '--quiet', '-m', 'in no pack'])
})
afterAll(() => repository.dispose())

/** The report, less what no two have the same. */
async function told(options: Partial<TeamScanOptions>): Promise<unknown> {
  const { findings, notScanned, scan }: Report = await reportOf(repository.path, { allPlaces: true, ...options })
  return JSON.parse(JSON.stringify({ findings, notScanned, scan: { ...scan, elapsedMs: 0 } }))
}

const PARTS: readonly Partial<TeamScanOptions>[] = [
  { mode: 'range', range: 'start..main' },
  { mode: 'range', range: 'main..other' },
  { branch: 'main' },
  { branch: 'other' },
  { reachableOnly: true },
  { since: '2024-01-01T00:02:30Z' },
]

test.each(PARTS)(
  'many objects are read where they lie in packs, and tell what git tells of them: %o',
  async options => {
    const directly = await told(options)
    vi.stubEnv('KEYSCAN_ENGINE', 'cat-file')
    const byGit = await told(options).finally(() => vi.unstubAllEnvs())
    expect(directly).toEqual(byGit)
    expect(directly).not.toMatchObject({ findings: [] })
  },
)
