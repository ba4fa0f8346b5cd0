import { describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { type ScanOptions, scan } from '../../src/scan.ts'

const ENV = ['API_SECRET=plumKettle', '47', 'marble\n'].join('')
const BAKED = 'FROM x\nWORKDIR /app\nCOPY . .\n'

/** With an ignored .env that holds a secret. */
function withEnv(files: Readonly<Record<string, string>>, env = ENV): TestRepository {
  const repository = newRepository()
  repository.commit('first', { '.gitignore': '.env\n', ...files })
  repository.write('.env', env)
  return repository
}

async function told({ path }: TestRepository, options: Omit<ScanOptions, 'directory'>): Promise<readonly string[]> {
  const { findings } = await scan({ directory: path, ...options })
  return findings.map(
    ({ ruleId, places: [place], parts, reasons }) =>
      `${ruleId} ${place!.path}:${place!.line} ${parts.file}: ${reasons.join('; ')}`,
  )
}

const staged = { mode: 'staged' } as const
const paths = { mode: 'paths', paths: ['.'] } as const
const CONTEXT =
  'it copies a whole folder into the image, with .env, which git ignores and which holds secrets; .dockerignore does not leave it out'

describe('an ignored .env that a Dockerfile takes along', () => {
  test('is told of the Dockerfile that is staged, not of one that did so before', async () => {
    const repository = withEnv({ Dockerfile: BAKED })
    repository.write('api.Dockerfile', BAKED)
    repository.write('Dockerfile', `${BAKED}RUN true\n`)
    repository.git(['add', '.'])
    expect(await told(repository, staged)).toEqual([`dotenv-in-image api.Dockerfile:3 .env: ${CONTEXT}`])
  })

  test('is told of files on disk, with what to do', async () => {
    const repository = withEnv({ Dockerfile: BAKED })
    expect(await told(repository, paths)).toEqual([`dotenv-in-image Dockerfile:3 .env: ${CONTEXT}`])
    const [finding] = (await scan({ directory: repository.path, ...paths })).findings
    const commands = finding!.remediation.flatMap(step => step.commands ?? [])
    expect(commands).toEqual(["printf '\\n%s\\n' /.env >> .dockerignore", 'keyscan Dockerfile'])
    expect(finding!.remediation.map(({ text }) => text).join()).toContain('RUN --mount=type=secret')
  })

  test.each<[string, Readonly<Record<string, string>>, string?]>([
    ['where .dockerignore leaves it out', { Dockerfile: BAKED, '.dockerignore': '.env*\n' }],
    ['where there is no secret in it', { Dockerfile: BAKED }, 'PORT=3000\nDB_PASSWORD=changeme\n'],
    ['where it stays in a stage that is thrown away', { Dockerfile: `${BAKED}FROM y\nCOPY --from=0 /app/dist /\n` }],
    ['where a comment lets it through', { Dockerfile: 'FROM x\n# keyscan:allow never pushed\nCOPY .env /\n' }],
    ['where it is left out of the scan', { Dockerfile: BAKED, '.keyscan.toml': 'exclude = [".env"]\n' }],
  ])('is not told %s', async (_, files, env) => {
    expect(await told(withEnv(files, env), paths)).toEqual([])
  })
})

test('one that is published with a package', async () => {
  const manifest = '{\n  "name": "x",\n  "files": ["dist", ".env"]\n}\n'
  const repository = withEnv({})
  repository.write('package.json', manifest)
  repository.git(['add', '.'])
  expect(await told(repository, staged)).toEqual([
    'dotenv-in-package package.json:3 .env: it is published with .env, which git ignores and which holds secrets: the list of files takes it along',
  ])
})

describe('a list of what is left out', () => {
  const LEFT_IN = 'it does not leave out .env, which git ignores and which holds secrets'
  const image = `${LEFT_IN}, any more: it goes into the image that Dockerfile:3 makes`

  test.each<[string, string | undefined]>([
    ['of which the line is taken out', 'node_modules\n'],
    ['that is taken away', undefined],
  ])('is told of that is staged, %s', async (_, text) => {
    const repository = withEnv({ Dockerfile: BAKED, '.dockerignore': 'node_modules\n.env*\n' })
    if (text === undefined) repository.git(['rm', '--quiet', '.dockerignore'])
    else repository.write('.dockerignore', text)
    repository.git(['add', '--all'])
    expect(await told(repository, staged)).toEqual([`dotenv-in-image .dockerignore:1 .env: ${image}`])
  })

  test('that leaves out no less than before is no news, nor is a new one', async () => {
    const repository = withEnv({ Dockerfile: BAKED, 'api/.dockerignore': '.env\n' })
    repository.write('.dockerignore', 'node_modules\n')
    repository.write('api/.dockerignore', '.env*\n')
    repository.git(['add', '--all'])
    expect(await told(repository, staged)).toEqual([])
  })

  test('of a package: each of them, or the one that takes its place', async () => {
    const manifest = '{\n  "name": "x"\n}\n'
    const repository = withEnv({ 'package.json': manifest, '.npmignore': '.env\n' })
    repository.write('.npmignore', 'src\n')
    repository.git(['add', '--all'])
    expect(await told(repository, staged)).toEqual([
      `dotenv-in-package .npmignore:1 .env: ${LEFT_IN}, any more: it goes into the package of package.json`,
    ])
  })

  test('is told of by itself where it is the file that is asked for, once where the Dockerfile is as well', async () => {
    const repository = withEnv({ Dockerfile: BAKED, '.dockerignore': 'node_modules\n' })
    expect(await told(repository, { mode: 'paths', paths: ['.dockerignore'] })).toEqual([
      `dotenv-in-image .dockerignore:1 .env: ${LEFT_IN}: it goes into the image that Dockerfile:3 makes`,
    ])
    expect(await told(repository, paths)).toEqual([`dotenv-in-image Dockerfile:3 .env: ${CONTEXT}`])
  })
})
