import { relative } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import { toSlashes } from '../git/to-slashes.ts'
import { type HookChange, installHook, removeHook } from '../hooks/install-hook.ts'
import { FLAGS } from './flags.ts'
import { CLEAN } from './main.ts'
import type { Arguments } from './parse-arguments.ts'
import { print } from './print.ts'

const DONE: Readonly<Record<HookChange['did'], string>> = {
  created: 'wrote',
  extended: 'added to',
  unchanged: 'nothing to do:',
  removed: 'removed',
  restored: 'took keyscan out of',
}

function message({ did, file, keeper, pending }: HookChange, undo: boolean): string {
  const way = toSlashes(relative(process.cwd(), file))
  const shown = way.startsWith('../') ? toSlashes(file) : way
  const place = keeper === 'git' ? '' : ` (${keeper})`
  if (did === 'unchanged')
    return `${DONE[did]} ${shown}${place} ${undo ? 'does not run keyscan' : 'runs keyscan already'}\n`
  if (undo) return `${DONE[did]} ${shown}${place}\n`
  const lines = [
    `${DONE[did]} ${shown}${place}: "keyscan --staged" runs before each commit, and one that would leak a key is stopped`,
    ...(pending ? [pending] : []),
    'to take it out again: keyscan init --undo',
  ]
  return `${lines.join('\n')}\n`
}

/** `keyscan init [--undo]`: the pre-commit hook, where this repository keeps its hooks. */
export async function initCommand(args: Arguments): Promise<number> {
  if (args.words.length > 1) {
    throw new UsageError(`keyscan init takes no "${args.words[1]}". To scan a folder named init: keyscan ./init`)
  }
  const stray = FLAGS.find(({ name }) => name !== 'undo' && name !== 'directory' && args.has(name))
  if (stray) throw new UsageError(`--${stray.name} means nothing to keyscan init: it takes --undo and -C DIR.`)
  const undo = args.has('undo')
  const directory = process.cwd()
  const change = undo ? await removeHook(directory) : await installHook(directory)
  await print(message(change, undo))
  return CLEAN
}
