import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import { findHookFile, type HookFile } from './find-hook-file.ts'
import { hasBlock, isShellScript, withBlock, withoutBlock } from './hook-block.ts'

export interface HookChange extends HookFile {
  readonly did: 'created' | 'extended' | 'unchanged' | 'removed' | 'restored'
}

const EXECUTABLE = 0o755

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError(`${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

function write(file: string, script: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, script)
    // Git leaves a hook aside that may not be executed; bits that are there stay.
    chmodSync(file, statSync(file).mode | EXECUTABLE)
  } catch (cause) {
    throw new UsageError(`${file} cannot be written: ${(cause as Error).message}`, { cause })
  }
}

/** Puts keyscan into the pre-commit hook of the repository that `directory` is in. Done twice, it does nothing the second time. */
export async function installHook(directory: string): Promise<HookChange> {
  const hook = await findHookFile(directory)
  const script = read(hook.file)
  if (script !== undefined && hasBlock(script)) {
    // It may have lost its bits on the way (a copy, an archive).
    write(hook.file, script)
    return { ...hook, did: 'unchanged' }
  }
  if (script !== undefined && !isShellScript(script)) {
    throw new UsageError(
      `${hook.file} is no shell script, so keyscan does not write into it. Let it run "keyscan --staged" and stop the commit ` +
        'when that ends with anything but 0.',
    )
  }
  write(hook.file, withBlock(script))
  return { ...hook, did: script === undefined ? 'created' : 'extended' }
}

/** Takes out what installHook put in; a file that held nothing else goes away. */
export async function removeHook(directory: string): Promise<HookChange> {
  const hook = await findHookFile(directory)
  const script = read(hook.file)
  if (script === undefined || !hasBlock(script)) return { ...hook, did: 'unchanged' }
  const rest = withoutBlock(script)
  if (rest === undefined) rmSync(hook.file)
  else write(hook.file, rest)
  return { ...hook, did: rest === undefined ? 'removed' : 'restored' }
}
