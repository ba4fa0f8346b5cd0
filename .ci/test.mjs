// The whole gate: types, lint, build, publish checks, smoke test, unused code, tests. Ends with the plain line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
const scratch = mkdtempSync(join(tmpdir(), 'keyscan-gate-'))
const bin = (name, file = name) => {
  const manifest = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'))
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[file]
  return join('node_modules', name, path)
}

const counts = { passed: 0, failed: 0, skipped: 0 }

function step(title, args) {
  process.stdout.write(`\n== ${title}\n`)
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status === 0) counts.passed++
  else counts.failed++
  return status === 0
}

function tests() {
  process.stdout.write('\n== tests\n')
  const file = join(scratch, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync(process.execPath, [bin('vitest'), 'run', ...reporters, ...process.argv.slice(2)], {
    stdio: 'inherit',
    // What is shipped, built a moment ago, rather than one file that each start reads whole: a tenth of a second for each of some 1,500 runs.
    env: { ...process.env, KEYSCAN_BIN: resolve('dist', 'keyscan.cjs') },
  })
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'))
    counts.passed += result.numPassedTests
    counts.failed += result.numFailedTests
    counts.skipped += result.numPendingTests + result.numTodoTests
    // A file that could not even be loaded fails no test of its own.
    if (status !== 0 && result.numFailedTests === 0) counts.failed++
  } catch (error) {
    process.stdout.write(`no result from vitest: ${error.message}\n`)
    counts.failed++
  }
}

/** Undefined where npm fails; it has said why then. */
function pack() {
  process.stdout.write('\n== pack\n')
  const npm = process.env.npm_execpath
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch]
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
  const { status, stdout } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) {
    counts.failed++
    return undefined
  }
  counts.passed++
  // Newer versions of npm give an object, by package name.
  const [{ filename }] = Object.values(JSON.parse(stdout))
  return join(scratch, filename)
}

function publishChecks(tarball) {
  step('publint', [bin('publint'), 'run', tarball, '--strict'])
  step('attw', [bin('@arethetypeswrong/cli', 'attw'), tarball, '--profile', 'esm-only'])
}

step('generate', ['.ci/generate.mjs'])
step('types', [bin('typescript', 'tsc'), '-p', '.'])
step('lint', [bin('@biomejs/biome', 'biome'), 'check', '.'])
if (step('build', ['.ci/build.mjs'])) {
  // Before anything is run from dist.
  const tarball = pack()
  if (tarball) publishChecks(tarball)
  step('smoke', ['.ci/smoke.mjs'])
  step('unused code and dependencies', [bin('knip')])
  tests()
}
rmSync(scratch, { recursive: true, force: true })

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exitCode = counts.failed > 0 ? 1 : 0
