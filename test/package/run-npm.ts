import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An npm that is started by npm's own scripts is told the outer one's project and settings: this one shall know none of them. */
function withoutNpm(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  return Object.fromEntries(own.map(([name, value]) => [name, value ?? '']))
}

export function run(command: string, args: readonly string[], cwd: string, extra: Record<string, string> = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...withoutNpm(), NO_COLOR: '1', ...extra },
    encoding: 'utf8',
    // Windows starts npm.cmd by its shell only; no argument here has a character that means something to it.
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (error) throw error
  return { code: status, stdout, stderr }
}

/** Runs npm: the very one that runs the tests, where they are run by it. */
export function runNpm(args: readonly string[], cwd: string, extra?: Record<string, string>): Ran {
  const outer = process.env.npm_execpath
  return outer !== undefined && basename(outer) === 'npm-cli.js'
    ? run(process.execPath, [outer, ...args], cwd, extra)
    : run('npm', args, cwd, extra)
}

/** Its standard output; throws where it fails. */
export function npmOutput(args: readonly string[], cwd: string, extra?: Record<string, string>): string {
  const { code, stdout, stderr } = runNpm(args, cwd, extra)
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}\n${stderr}\n${stdout}`)
  return stdout
}
