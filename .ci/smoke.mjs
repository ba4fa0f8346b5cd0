// Does what was built start and work with the Node that runs this? Its three jobs, the hook and the library, in a repository made for it.
//   node .ci/smoke.mjs
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath, stdout, version } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
/** Made up here: no key is ever written in a file of this project. */
const LEAK = `glpat-${createHash('sha256').update('smoke').digest('base64url').slice(0, 20)}`

const folder = mkdtempSync(join(tmpdir(), 'keyscan-smoke-'))
const settings = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
const own = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')))
const options = { cwd: folder, env: { ...own, ...settings, NO_COLOR: '1' }, encoding: 'utf8' }

const git = (...args) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid', ...args], options)

function keyscan(code, args, input) {
  const run = spawnSync(execPath, [join(DIST, 'keyscan.cjs'), ...args], { ...options, input })
  const said = `keyscan ${args.join(' ')}\n${run.stdout}${run.stderr}`
  assert.equal(run.status, code, said)
  assert.ok(!said.includes(LEAK), 'the leak shows')
  // A deprecation of Node's is a warning on each commit of each user.
  assert.doesNotMatch(run.stderr, /Warning:/)
  return run.stdout
}

try {
  keyscan(0, ['--version'])
  git('init', '--quiet')
  writeFileSync(join(folder, 'clean.txt'), 'nothing\n')
  git('add', '.')
  keyscan(0, ['--staged'])
  git('commit', '--quiet', '-m', 'clean')
  keyscan(0, ['--history'])
  writeFileSync(join(folder, 'leak.txt'), `token = "${LEAK}"\n`)
  keyscan(1, ['.'])
  keyscan(1, ['--stdin'], LEAK)
  git('add', '.')
  keyscan(0, ['init'])
  assert.match(keyscan(1, []), /leak\.txt:1/)
  git('commit', '--quiet', '--no-verify', '-m', 'leak')
  assert.match(keyscan(1, ['--history']), /leak\.txt:1/)
  keyscan(1, ['--range', 'HEAD~1..HEAD'])
  for (const format of ['jsonl', 'sarif', 'github', 'junit', 'csv', 'markdown'])
    keyscan(1, ['leak.txt', '--format', format])
  writeFileSync(join(folder, '.keyscan.toml'), 'exclude = ["leak.*"]\n')
  const { findings, scan: done } = JSON.parse(keyscan(0, ['--history', '--format', 'json']))
  assert.deepEqual([findings, done.complete], [[], true])
  keyscan(2, ['--history', '--no-such-flag'])

  const { loadRules, scanText } = await import(pathToFileURL(join(DIST, 'index.js')).href)
  assert.ok(loadRules().rules.length > 0)
  const [finding] = await scanText(LEAK)
  assert.equal(finding.secret.reveal(), LEAK)
  assert.equal(`${finding.secret}`.includes(LEAK), false)
  stdout.write(`Node ${version.slice(1)} works\n`)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
