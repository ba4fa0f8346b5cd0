import { GitError } from '../errors/git-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { VERSION } from '../version.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'

/** Exit codes of the contract. */
export const CLEAN = 0
export const FINDINGS = 1
export const TROUBLE = 2

const COMMANDS: Readonly<Record<string, (args: Arguments) => Promise<number>>> = {
  init: async args => (await import('./init-command.ts')).initCommand(args),
}

async function run(argv: readonly string[]): Promise<number> {
  const args = parseArguments(argv)
  if (args.has('version')) {
    process.stdout.write(`${VERSION}\n`)
    return CLEAN
  }
  if (args.has('help') || args.words[0] === 'help') {
    process.stdout.write((await import('./help.ts')).help(process.stdout.columns ?? 80))
    return CLEAN
  }
  const command = COMMANDS[args.words[0] ?? '']
  if (command) return command(args)
  return (await import('./scan-command.ts')).scanCommand(args)
}

/** A reader that has seen enough (`| head`) is no error of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

function report(error: unknown): void {
  if (error instanceof UsageError || error instanceof GitError) {
    process.stderr.write(`keyscan: ${error.message}\n`)
    return
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `keyscan: this is a bug in keyscan; nothing was found clean. Please report it with these lines:\n${text}\n`,
  )
}

/** Runs the program and sets the exit code; output still in the pipe is written before the process ends. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe)
  process.stderr.on('error', ignoreClosedPipe)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stderr.write('\nkeyscan: interrupted; the scan is not complete, nothing was reported.\n')
      process.exit(TROUBLE)
    })
  }
  try {
    process.exitCode = await run(argv)
  } catch (error) {
    report(error)
    process.exitCode = TROUBLE
  }
}
