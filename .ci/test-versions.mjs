// The smoke test under each Node that is promised. They come from the npm registry, so this is no part of `npm test`.
//   npm run test:versions
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { arch, env, execPath, platform, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'

/** The floor itself, then the newest of each line. */
const VERSIONS = ['20.19.0', '20', '22', '24', '26']

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'keyscan-versions-'))
// `node` itself fetches these by an install script; they need none.
const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
const executable = platform === 'win32' ? 'node.exe' : 'node'

function run(command, args, options) {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options }).status === 0
}

/** Gives undefined where the registry does not answer or has none for this machine. */
function fetchNode(version) {
  const prefix = join(scratch, version)
  const args = ['install', '--silent', '--no-save', '--prefix', prefix, `${name}@${version}`]
  const npm = env.npm_execpath
  const fetched = npm ? run(execPath, [npm, ...args]) : run('npm', args, { shell: platform === 'win32' })
  return fetched ? join(prefix, 'node_modules', name, 'bin', executable) : undefined
}

const counts = { passed: 0, failed: 0, skipped: 0 }
try {
  if (!run(execPath, [join(root, '.ci', 'build.mjs')], { stdio: 'inherit' })) throw new Error('nothing was built')
  for (const version of VERSIONS) {
    const node = fetchNode(version)
    if (node === undefined) {
      stdout.write(`Node ${version}: ${name} is not to be had here\n`)
      counts.skipped++
    } else {
      counts[run(node, [join(root, '.ci', 'smoke.mjs')], { stdio: 'inherit' }) ? 'passed' : 'failed']++
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}
stdout.write(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
