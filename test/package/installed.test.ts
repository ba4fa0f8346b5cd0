import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { FORMAT_NAMES } from '../../src/reporters/formats.ts'
import { type Packed, packKeyscan, ROOT } from './pack-keyscan.ts'
import { npmOutput, type Ran, run, runNpm } from './run-npm.ts'

/** A folder with a space, as there are on every other machine. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan package ')))
const consumer = join(folder, 'consumer')
const home = join(consumer, 'node_modules', '@keyscan', 'cli')
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
let packed: Packed

const node = (...args: readonly string[]): Ran => run(process.execPath, args, consumer)
const keyscan = (...args: readonly string[]): Ran => node(join(home, manifest.bin.keyscan), ...args)
/** As `npx --no-install keyscan`. */
const npx = (...args: readonly string[]): Ran =>
  runNpm(['exec', '--silent', '--no', '--', 'keyscan', ...args], consumer)

beforeAll(() => {
  packed = packKeyscan(folder)
  mkdirSync(consumer)
  writeFileSync(join(consumer, 'package.json'), '{ "private": true }\n')
  // An empty cache and no network: what is not in the tarball is not there.
  npmOutput(['install', '--offline', '--cache', join(folder, 'cache'), packed.tarball], consumer)
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

it('holds what a user needs and nothing else', () => {
  const paths = packed.files.map(({ path }) => path)
  expect(paths.filter(path => !path.startsWith('dist/')).sort()).toEqual(['LICENSE', 'README.md', 'package.json'])
  const kinds = new Set(paths.filter(path => path.startsWith('dist/')).map(path => path.replace(/^.*?\./, '.')))
  expect([...kinds].sort()).toEqual(['.bin', '.cjs', '.d.ts', '.js', '.json', '.schema.json', '.txt'])
})

it('tells nothing of the folder it was made in', () => {
  const telling = packed.files.filter(({ path }) => readFileSync(join(home, path), 'utf8').includes(folder))
  expect(telling).toEqual([])
})

it('brings no other package', () => {
  expect(readdirSync(join(consumer, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['@keyscan'])
})

// V8 runs compiled code that was kept of any other source of the same length.
it('names what is kept compiled by its content', () => {
  const [path = ''] = packed.files.flatMap(({ path }) => (path.startsWith('dist/bin/hot-') ? [path] : []))
  const hash = createHash('sha256')
    .update(readFileSync(join(home, path)))
    .digest('hex')
  expect(path).toBe(`dist/bin/hot-${hash.slice(0, 16)}.cjs`)
})

it('brings the licences of what is bundled', () => {
  const licences = readFileSync(join(home, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const name of ['chalk', 'picomatch', 'simple-git', 'smol-toml', 'valibot', '@eslint-community/regexpp']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|BSD-3-Clause)\\)$`, 'm'))
  }
})

it('has a bin that npm finds: it says its version, and its exit codes are kept', () => {
  expect(npx('--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  writeFileSync(join(consumer, 'leak.txt'), `${makeLeak()}\n`)
  expect(npx('leak.txt').code).toBe(1)
  writeFileSync(join(consumer, 'clean.txt'), 'nothing\n')
  expect(npx('clean.txt').code).toBe(0)
})

it.each(FORMAT_NAMES)('has a bin that reports as %s', format => {
  writeFileSync(join(consumer, 'leak.txt'), `${makeLeak()}\n`)
  const { code, stdout, stderr } = keyscan('leak.txt', '--format', format)
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toContain('leak.txt')
  expect(stdout).not.toContain(makeLeak())
})

it('has a bin that reads a configuration', () => {
  const disabled = 'disable = ["github-personal-access-token"]\n'
  writeFileSync(join(consumer, 'leak.txt'), `${makeLeak()}\n`)
  writeFileSync(join(consumer, 'off.toml'), disabled)
  expect(keyscan('leak.txt', '--config', 'off.toml').code).toBe(0)
  writeFileSync(join(consumer, 'wrong.toml'), `${disabled}colour = "red"\n`)
  const { code, stderr } = keyscan('leak.txt', '--config', 'wrong.toml')
  expect(code).toBe(2)
  expect(stderr).toContain('wrong.toml:2')
})

const USE = `
  const rules = loadRules().rules.length
  const findings = await scanText(process.argv[2])
  const report = await scan({ mode: 'paths', directory: '.', paths: ['leak.txt'] })
  const error = await scan({ mode: 'paths', directory: '.', paths: ['nowhere.txt'] }).catch(error => error)
  console.log(JSON.stringify({
    many: rules > 50,
    redacted: String(findings[0].secret),
    state: report.findings[0].state,
    usage: error instanceof UsageError,
  }))`

it.each([
  ['import', 'consumer.mjs', `import { UsageError, loadRules, scan, scanText } from '@keyscan/cli'\n${USE}`],
  [
    'require',
    'consumer.cjs',
    `const { UsageError, loadRules, scan, scanText } = require('@keyscan/cli')\nmain()\nasync function main() {${USE}\n}`,
  ],
])('is a library by %s', (_, file, program) => {
  writeFileSync(join(consumer, 'leak.txt'), `${makeLeak()}\n`)
  writeFileSync(join(consumer, file), program)
  const { stdout, stderr } = node(file, makeLeak())
  expect(stdout, stderr).not.toBe('')
  const { redacted, ...rest } = JSON.parse(stdout)
  expect(rest).toEqual({ many: true, state: 'file', usage: true })
  expect(redacted).toMatch(/^ghp_…/)
})

it('is a library as the README shows it', () => {
  const readme = readFileSync(join(home, 'README.md'), 'utf8')
  const [, program = ''] = /^## Library\n+```js\n([\s\S]*?)^```$/m.exec(readme) ?? []
  writeFileSync(join(consumer, 'readme.mjs'), program)
  const repository = join(consumer, 'repository')
  mkdirSync(repository)
  run('git', ['init', '--quiet'], repository)
  writeFileSync(join(repository, 'leak.txt'), `${makeLeak()}\n`)
  run('git', ['add', '--all'], repository)
  const { stdout, stderr } = run(process.execPath, [join(consumer, 'readme.mjs')], repository)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^GitHub .* ghp_…\w{0,4} in leak\.txt\n0 \d+\n$/)
})

it('has the schema of its report', () => {
  const program = `console.log(require('@keyscan/cli/schema/report.json').$schema)`
  expect(node('-e', program).stdout).toMatch(/^https?:\/\/json-schema\.org\//)
})

it('has types that a strict project can use, without any other types', () => {
  writeFileSync(
    join(consumer, 'consumer.mts'),
    `import { type Finding, type Report, type ScanOptions, UsageError, loadRules, scan, scanText } from '@keyscan/cli'
const options: ScanOptions = { mode: 'history', directory: '.', onProgress: ({ done, total }) => void (done + total) }
const report: Report = await scan(options)
const findings: readonly Finding[] = await scanText('text', { path: '.env' })
export const ids: string[] = [...report.findings, ...findings].map(({ ruleId, secret }) => ruleId + (secret?.redacted ?? ''))
export const titles: readonly string[] = loadRules().rules.map(rule => rule.title)
export const error: Error = new UsageError('text')
// @ts-expect-error there is no such mode
await scan({ mode: 'everything', directory: '.' })
// @ts-expect-error a report is not written to
report.findings = []
`,
  )
  const settings = { strict: true, module: 'NodeNext', target: 'ES2023', lib: ['ES2023'], types: [], noEmit: true }
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...settings, skipLibCheck: false }, files: ['consumer.mts'] }),
  )
  const tsc = node(join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.')
  expect(tsc).toEqual({ code: 0, stdout: '', stderr: '' })
})
