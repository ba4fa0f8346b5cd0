import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { reportOf, runKeyscan } from './run-keyscan.ts'

/** Of no vendor's form, so that nothing but the ignored file gives it away. */
const VALUE = ['plum', 'Kettle', '47', '/+', 'marble'].join('')

/** A repository whose ignored files are those given. */
function withIgnored(files: Readonly<Record<string, string>>): TestRepository {
  const repository = newRepository()
  repository.commit('first', { '.gitignore': '.env\n.env.*\n.envrc\n' })
  for (const [path, content] of Object.entries(files)) repository.write(path, content)
  return repository
}

function stage(repository: TestRepository, path: string, content: string): void {
  repository.write(path, content)
  repository.git(['add', '--force', path])
}

/** What is said of the staged change: `rule path:line:column, file and key`; never the value. */
async function told(repository: TestRepository, args: readonly string[] = []): Promise<readonly string[]> {
  const report = await reportOf(repository.path, args)
  const human = await runKeyscan(repository.path, [...args, '--verbose'])
  for (const text of [JSON.stringify(report), human.stdout, human.stderr]) {
    for (const form of [VALUE, Buffer.from(VALUE).toString('base64'), encodeURIComponent(VALUE)]) {
      expect(text).not.toContain(form)
    }
  }
  return report.findings.map(({ ruleId, places, parts }) => {
    const [place] = places
    return `${ruleId} ${place!.path}:${place!.line}:${place!.column}, ${parts.name} of ${parts.file}`
  })
}

describe('a value of an ignored file that is staged', () => {
  test.each([
    ['plain', VALUE],
    ['base64', Buffer.from(VALUE).toString('base64')],
    ['base64 within a longer text', Buffer.from(`user:${VALUE}:x`).toString('base64').slice(0, -1)],
    ['base64url', Buffer.from(VALUE).toString('base64url')],
    ['percent', encodeURIComponent(VALUE)],
    ['JSON with escaped slashes', VALUE.replace('/', '\\/')],
  ])('as %s: the finding names file and key', async (_, form) => {
    const repository = withIgnored({ '.env': `A=1\nAPI_SECRET="${VALUE}"\n` })
    stage(repository, 'src/a.ts', `first\ncall("${form}")\n`)
    const found = await told(repository)
    expect(found).toEqual([expect.stringMatching(/^\S+ src\/a\.ts:2:\d+, API_SECRET of \.env$/)])
    expect(readFileSync(join(repository.path, '.env'), 'utf8')).toContain(VALUE)
  })

  test.each(['.env', '.env.local', '.envrc', 'packages/web/.env', 'packages/api/.env.production'])(
    'of %s',
    async file => {
      const repository = withIgnored({ [file]: `export API_SECRET=${VALUE}\n` })
      stage(repository, 'a.ts', `"${VALUE}"\n`)
      expect(await told(repository)).toEqual([expect.stringContaining(`API_SECRET of ${file}`)])
    },
  )

  test('the same for files on disk, but not for the file itself', async () => {
    const repository = withIgnored({ '.env': `API_SECRET=${VALUE}\n`, 'a.ts': `"${VALUE}"\n` })
    expect(await told(repository, ['a.ts'])).toEqual([
      expect.stringMatching(/^known-value\S* a\.ts:1:2, API_SECRET of \.env$/),
    ])
    expect((await told(repository, ['--no-ignore', '.'])).filter(one => one.startsWith('known-value'))).toHaveLength(1)
  })

  test('an address with a password: whole, and its password alone', async () => {
    const repository = withIgnored({
      '.env': `DATABASE_URL=postgres://app:${VALUE.replace('/', '')}@db.internal/app\n`,
    })
    stage(repository, 'a.ts', `"${VALUE.replace('/', '')}"\n`)
    const [finding] = (await reportOf(repository.path, [])).findings
    expect(finding!.parts).toMatchObject({ file: '.env', name: 'DATABASE_URL' })
  })

  test('a comment lets it through', async () => {
    const repository = withIgnored({ '.env': `API_SECRET=${VALUE}\n` })
    stage(repository, 'a.ts', `"${VALUE}" // keyscan:allow it is the sandbox's\n`)
    expect(await reportOf(repository.path, [])).toMatchObject({ code: 0, scan: { counts: { allowed: 1 } } })
  })

  test('what stood there before is nothing new', async () => {
    const repository = newRepository()
    repository.commit('first', { '.gitignore': '.env\n', 'a.ts': `"${VALUE}"\n` })
    repository.write('.env', `API_SECRET=${VALUE}\n`)
    stage(repository, 'a.ts', `// moved\n"${VALUE}"\n`)
    expect(await told(repository)).toEqual([])
  })
})

describe('values that are not looked for', () => {
  test.each([
    'true',
    '3000',
    '127.0.0.1',
    'localhost',
    'http://localhost:3000',
    'development',
    'changeme',
    'production',
    'us-east-1',
    '/usr/local/bin',
    'my-app-name',
    'short1!',
    'info@example.com',
    '2024-01-01',
    'utf8mb4_unicode_ci',
  ])('trivial: %s', async value => {
    const repository = withIgnored({ '.env': `SOME_SETTING=${value}\nPORT=${value}\n` })
    stage(repository, 'a.ts', `const setting = "${value}"\n`)
    expect((await reportOf(repository.path, [])).findings).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('gits that a clean scan of what is staged starts', () => {
  /** keyscan drops GIT_TRACE like all that could change what git prints, so a git of our own counts. */
  async function gits(repository: TestRepository): Promise<readonly string[]> {
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    const log = join(repository.folder, 'gits')
    const folder = join(repository.folder, 'bin')
    mkdirSync(folder)
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\nfor word; do case $word in diff-index|check-ignore|cat-file|rev-parse) echo $word >> '${log}';; esac; done\nexec '${real}' "$@"\n`,
    )
    chmodSync(join(folder, 'git'), 0o755)
    const env = { PATH: `${folder}${delimiter}${process.env.PATH}` }
    expect(await runKeyscan(repository.path, ['--staged'], { env })).toMatchObject({ code: 0, stderr: '' })
    return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  }

  test('none, where there is no .env', async () => {
    const repository = withIgnored({})
    stage(repository, 'a.ts', 'nothing\n')
    expect(await gits(repository)).toEqual([])
  })

  test('one, where there is one', async () => {
    const repository = withIgnored({ '.env': 'A=1\n' })
    stage(repository, 'a.ts', 'nothing\n')
    expect(await gits(repository)).toEqual(['check-ignore'])
  })
})
