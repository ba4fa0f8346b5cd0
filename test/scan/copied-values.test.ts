import { describe, expect, test, vi } from 'vitest'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { MAX_KNOWN_VALUES } from '../../src/detect/known-values/known-values-from.ts'
import { explainFinding } from '../../src/scan/explain-scan.ts'
import { type ScanOptions, scan } from '../../src/scan.ts'
import type { Finding, Report } from '../../src/types.ts'

/** Of no vendor's form, and where the copies stand nothing says that it is a secret. */
const VALUE = ['plumKettle', '47', 'marble'].join('')
const LINE = `API_SECRET=${VALUE}\n`
const COPY = `call("${VALUE}")\n`
const base64 = Buffer.from(`user:${VALUE}:x`).toString('base64')

function report(directory: string, options: Omit<ScanOptions, 'directory'>): Promise<Report> {
  return scan({ directory, withoutCache: true, ...options })
}

const secrets = ({ findings }: Report): readonly Finding[] => findings.filter(({ secret }) => secret !== undefined)

/** `rule: places`, and whose value it is said to be. */
const told = (all: Report): readonly string[] =>
  secrets(all).map(({ ruleId, places, parts, reasons }) => {
    const where = places.map(({ path, in: of, encoding }) => `${path ?? of}${encoding ? ` (${encoding})` : ''}`)
    const origin = reasons.find(why => why.startsWith('the value of'))
    return `${ruleId}: ${where.join(' ')}; ${parts.name} of ${parts.file}${origin ? `; ${origin}` : ''}`
  })

describe('a value of a tracked .env that stands elsewhere too', () => {
  test('is found in what is staged, under the name of the file', async () => {
    const repository = newRepository()
    repository.commit('first', { '.env': LINE })
    repository.write('a.ts', COPY)
    repository.git(['add', '.'])
    const origin = 'the value of API_SECRET in .env'
    expect(told(await report(repository.path, { mode: 'staged' }))).toEqual([
      `known-value-copy: a.ts; API_SECRET of .env; ${origin}`,
    ])
  })

  test('is one finding in files on disk, whatever form the copies have', async () => {
    const repository = newRepository()
    repository.commit('first', { 'web/.env': LINE, 'a.ts': COPY, 'b.txt': `${base64}\n`, 'c.txt': `x${VALUE}\n` })
    const origin = 'the value of API_SECRET in web/.env'
    expect(told(await report(repository.path, { mode: 'paths', paths: ['.'] }))).toEqual([
      `dotenv-value: a.ts b.txt (base64) c.txt web/.env; API_SECRET of web/.env; ${origin}`,
    ])
  })

  test('is found in a whole history: earlier, later, in a message, when the .env is long gone; both ways of reading agree', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.ts': COPY })
    repository.commit('second', { '.env': LINE })
    repository.git(['rm', '--quiet', '.env'])
    repository.commit(`no ${VALUE} any more`, { 'b.txt': base64 })
    for (let i = 0; i < 4; i++) repository.commit(`more ${i}`, { 'a.ts': `${COPY}${'line\n'.repeat(50)}${i}\n` })
    repository.git(['gc', '--quiet'])
    const direct = await report(repository.path, { mode: 'history' })
    const origin = 'the value of API_SECRET in .env'
    expect(told(direct)).toEqual([
      `dotenv-value: commit message .env a.ts a.ts b.txt (base64); API_SECRET of .env; ${origin}`,
    ])
    expect(secrets(direct)[0]!.versions).toBe(8)
    vi.stubEnv('KEYSCAN_ENGINE', 'cat-file')
    expect((await report(repository.path, { mode: 'history' })).findings).toEqual(direct.findings)
  })

  test('is found in the commits of a range; what stood there before is nothing new', async () => {
    const repository = newRepository()
    repository.commit('first', { 'old.ts': COPY })
    repository.commit('second', {
      '.env': LINE,
      'new.ts': `${'other words\n'.repeat(9)}${COPY}`,
      'old.ts': `${COPY}// more\n`,
    })
    expect(told(await report(repository.path, { mode: 'range', range: 'HEAD~1..HEAD' }))).toEqual([
      expect.stringMatching(/^dotenv-value: \.env new\.ts; API_SECRET of \.env/),
    ])
  })

  test('is what the more specific rule says it is', async () => {
    const repository = newRepository()
    const key = ['ghp', '_0123456789abcdefghijABCDEFGHIJ', '1DBiTT'].join('')
    repository.commit('first', {
      '.env': `DB_URL=postgres://app:${VALUE}@db.internal/app\n`,
      'a.ts': COPY,
      'b.txt': key,
    })
    const [finding, ...others] = secrets(await report(repository.path, { mode: 'history' }))
    expect(others.map(({ ruleId }) => ruleId)).not.toContain('known-value-copy')
    expect(finding).toMatchObject({ ruleId: 'url-database', parts: { name: 'DB_URL', file: '.env', user: 'app' } })
    expect(finding!.places.map(({ path }) => path)).toEqual(['.env', 'a.ts'])
  })
})

test('values of an ignored .env are looked for in a history, too', async () => {
  const repository = newRepository()
  repository.commit('first', { '.gitignore': '.env\n', 'a.ts': COPY })
  repository.write('.env', LINE)
  expect(told(await report(repository.path, { mode: 'history' }))).toEqual([
    'known-value-dotenv: a.ts; API_SECRET of .env; the value of API_SECRET in .env, which git ignores',
  ])
})

test('a second audit finds the same, and what is new', async () => {
  const repository = newRepository()
  repository.commit('first', { '.env': LINE, 'a.ts': COPY })
  const places = async () => {
    const all = await report(repository.path, { mode: 'history', withoutCache: false })
    return secrets(all).map(one => one.places.map(({ path, in: of }) => path ?? of))
  }
  expect(await places()).toEqual([['.env', 'a.ts']])
  expect(await places()).toEqual([['.env', 'a.ts']])
  repository.commit(`with ${VALUE}`, { 'b.ts': `${COPY}// b\n` })
  expect(await places()).toEqual([['commit message', '.env', 'a.ts', 'b.ts']])
  expect(await places()).toEqual([['commit message', '.env', 'a.ts', 'b.ts']])
})

test.each<[string, Record<string, string>]>([
  ['of a template', { '.env.example': LINE }],
  ['that a comment lets through', { '.env': `API_SECRET=${VALUE} # keyscan:allow the sandbox\n` }],
  ['of a file that is left out', { 'test/.env': LINE, '.keyscan.toml': 'exclude = ["test/**"]\n' }],
  ['that says that it is none', { '.env': 'API_SECRET=change-me-please\n', 'b.ts': 'call("change-me-please")\n' }],
  ['that is a setting', { '.env': `REGION_NAME=${VALUE}\n` }],
])('a value %s is not looked for', async (_, files) => {
  const repository = newRepository()
  repository.commit('first', { ...files, 'a.ts': COPY })
  expect(secrets(await report(repository.path, { mode: 'history' }))).toEqual([])
})

test('a comment lets a copy through', async () => {
  const repository = newRepository()
  repository.commit('first', { '.env': LINE, 'a.ts': `// keyscan:allow it is the sandbox's\n${COPY}` })
  const [finding] = secrets(await report(repository.path, { mode: 'history' }))
  expect(finding!.places.map(({ path }) => path)).toEqual(['.env'])
})

test('more values than are looked for are told', async () => {
  const repository = newRepository()
  const lines = Array.from({ length: MAX_KNOWN_VALUES + 2 }, (_, i) => `TOKEN_${i}=${VALUE}${i}q\n`)
  repository.commit('first', { '.gitignore': '.env\n' })
  repository.write('.env', lines.join(''))
  const { notScanned } = await report(repository.path, { mode: 'history' })
  expect(notScanned).toEqual([
    { what: 'values of .env files', why: 'only the first 1000 were looked for elsewhere, 2 were not' },
  ])
})

test('explain tells of the place that a rule finds it at, if others come first', async () => {
  const repository = newRepository()
  repository.commit(`about ${VALUE}`, { '.env': LINE })
  repository.git(['rm', '--quiet', '.env'])
  repository.commit('gone')
  const options = { mode: 'history', directory: repository.path, withoutCache: true } as const
  const [finding] = secrets(await scan(options))
  expect(finding!.places[0]!.in).toBe('commit message')
  const lines = (await explainFinding(options, finding!.fingerprint)).join('\n')
  expect(lines).toMatch(/\nat \.env:1:12 of commit [0-9a-f]{10}\n\ndotenv-value: /)
})
