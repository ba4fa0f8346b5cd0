import { GitError } from '../errors/git-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { VERSION } from '../version.ts'
import { columnsOfTerminal } from './columns-of-terminal.ts'
import { complain, hasComplained } from './complain.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'
import { print } from './print.ts'

/** Exit codes of the contract. */
export const CLEAN = 0
export const FINDINGS = 1
export const TROUBLE = 2

const COMMANDS: Readonly<Record<string, (args: Arguments) => Promise<number>>> = {
  init: async args => (await import('./init-command.ts')).initCommand(args),
  explain: async args => (await import('./explain-command.ts')).explainCommand(args),
  migrate: async args => (await import('./migrate-command.ts')).migrateCommand(args),
  rules: async args => (await import('./rules-command.ts')).rulesCommand(args),
}

async function run(argv: readonly string[]): Promise<number> {
  const args = parseArguments(argv)
  if (args.has('version')) {
    await print(`${VERSION}\n`)
    return CLEAN
  }
  if (args.has('help') || args.words[0] === 'help') {
    await print((await import('./help.ts')).help(columnsOfTerminal()))
    return CLEAN
  }
  changeFolder(args.value('directory'))
  checkFolder()
  const command = COMMANDS[args.words[0] ?? '']
  if (command) return command(args)
  return (await import('./scan-command.ts')).scanCommand(args)
}

/** `-C DIR` is as if started there: paths, `--config` and report files are all meant from there on. */
function changeFolder(directory: string | undefined): void {
  if (directory === undefined) return
  try {
    process.chdir(directory)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'no such folder' : code === 'ENOTDIR' ? 'not a folder' : `cannot be entered (${code})`
    throw new UsageError(`-C ${directory}: ${why}`, { cause })
  }
}

/** A folder may be deleted while a shell, or an editor, still stands in it. */
function checkFolder(): void {
  try {
    process.cwd()
  } catch (cause) {
    throw new UsageError('the current folder is not there any more: change to one that is, or give -C DIR', { cause })
  }
}

function report(error: unknown): void {
  if (error instanceof UsageError || error instanceof GitError) {
    complain(`keyscan: ${error.message}\n`)
    return
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  complain(`keyscan: this is a bug in keyscan; nothing was found clean. Please report it with these lines:\n${text}\n`)
}

/** Node's own exit code for an error that nobody caught is 1, which here means findings. */
function crash(error: unknown): never {
  report(error)
  process.exit(TROUBLE)
}

/** Runs the program and sets the exit code; output still in the pipe is written before the process ends. */
export async function main(argv: readonly string[]): Promise<void> {
  process.on('uncaughtException', crash)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // Below what the terminal shows as ^C, or the progress line.
      const start = process.stderr.isTTY ? '\n' : ''
      complain(`${start}keyscan: interrupted; the scan is not complete, nothing was reported.\n`)
      process.exit(TROUBLE)
    })
  }
  try {
    process.exitCode = await run(argv)
    // `print` has waited for its text, so nothing is lost; taking the program down in order would take a commit another 4 ms.
    if (!hasComplained()) process.exit()
  } catch (error) {
    report(error)
    process.exitCode = TROUBLE
  }
}
