import { UsageError } from '../errors/usage-error.ts'
import { FLAGS, type FlagName } from './flags.ts'
import type { Arguments } from './parse-arguments.ts'

/** Those that mean something to a command; any other is said, not ignored. */
export function checkFlags(command: string, args: Arguments, allowed: readonly FlagName[]): void {
  const stray = FLAGS.find(({ name }) => name !== 'directory' && !allowed.includes(name) && args.has(name))
  if (!stray) return
  const takes = [...allowed.map(name => `--${name}`), '-C DIR'].join(', ')
  throw new UsageError(`--${stray.name} means nothing to keyscan ${command}: it takes ${takes}.`)
}
