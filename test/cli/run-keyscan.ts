import type { Report } from '../../src/types.ts'
import { type StartOptions, startKeyscan } from './start-keyscan.ts'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions extends StartOptions {
  readonly input?: string | Uint8Array
}

/** Runs the real command line to its end. */
export function runKeyscan(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = startKeyscan(cwd, args, options)
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
