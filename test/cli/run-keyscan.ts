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

/** What a process prints, which grows as it comes. */
export function collect(child: ReturnType<typeof startKeyscan>): Pick<Run, 'stdout' | 'stderr'> {
  const printed = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', chunk => {
      printed[stream] += chunk
    })
  }
  return printed
}

/** Runs the real command line to its end. */
export function runKeyscan(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = startKeyscan(cwd, args, options)
    const printed = collect(child)
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', code => resolve({ code, ...printed }))
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
