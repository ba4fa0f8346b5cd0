import { spawn } from 'node:child_process'
import { devNull } from 'node:os'
import { inject } from 'vitest'
import type { Report } from '../../src/types.ts'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the real command line in a folder, without the settings of whoever runs the tests. */
export function runKeyscan(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  const env = { ...own, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: '1', ...options.env }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inject('bin'), ...args], { cwd, env })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', chunk => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', chunk => {
      stderr += chunk
    })
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', code => resolve({ code, stdout, stderr }))
    child.stdin.end(options.input ?? '')
  })
}

/** The JSON report of a run, and its exit code. */
export async function reportOf(
  cwd: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Report & { code: number | null }> {
  const run = await runKeyscan(cwd, [...args, '--format', 'json'], options)
  if (run.stdout === '') throw new Error(`no report: ${run.stderr}`)
  return { ...(JSON.parse(run.stdout) as Report), code: run.code }
}
