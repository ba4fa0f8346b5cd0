// The whole gate: types, lint, build, tests, publish checks. Ends with the plain line `N passed, N failed`.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

function pack() {
  const npm = process.env.npm_execpath
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch]
  const output = npm
    ? execFileSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
    : execFileSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' })
  const packed = JSON.parse(output)
  const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed)
  return join(scratch, filename)
}

step('generate', ['.ci/generate.mjs'])
step('types', [bin('typescript', 'tsc'), '-p', '.'])
step('lint', [bin('@biomejs/biome', 'biome'), 'check', '.'])
if (step('build', ['.ci/build.mjs'])) {
  tests()
  const tarball = pack()
  step('publint', [bin('publint'), 'run', tarball, '--strict'])
  step('attw', [bin('@arethetypeswrong/cli', 'attw'), tarball, '--profile', 'esm-only'])
  step('knip', [bin('knip')])
}
rmSync(scratch, { recursive: true, force: true })

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exitCode = counts.failed > 0 ? 1 : 0
