import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { devNull } from 'node:os'
import { inject } from 'vitest'

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Stands before node and its arguments: `['setpriv', '--reuid=65534']`. */
  readonly through?: readonly string[]
}

/** Starts the real command line in a folder, without the settings of whoever runs the tests. */
export function startKeyscan(
  cwd: string,
  args: readonly string[],
  { env = {}, through = [] }: StartOptions = {},
): ChildProcessWithoutNullStreams {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  const [program = '', ...rest] = [...through, process.execPath, inject('bin'), ...args]
  return spawn(program, rest, {
    cwd,
    env: { ...own, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: '1', ...env },
  })
}
