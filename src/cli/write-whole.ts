import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'

export interface WriteWholeOptions {
  /** A new file is for its owner alone. */
  readonly secret?: boolean
}

interface Target {
  /** Links followed, so that the file behind a link is replaced and not the link. */
  readonly path: string
  /** Of what stands there. */
  readonly stats: Stats | undefined
}

function targetOf(file: string): Target {
  const stats = statSync(file, { throwIfNoEntry: false })
  return { path: stats ? realpathSync(file) : resolve(file), stats }
}

function writeDraft(draft: string, text: string, { stats }: Target, secret: boolean): void {
  // Whoever knows the name could have put a link there.
  rmSync(draft, { force: true })
  const descriptor = openSync(draft, 'wx', secret ? 0o600 : 0o666)
  try {
    // Whoever could read the old report can read the new one.
    if (stats && !secret) fchmodSync(descriptor, stats.mode)
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function replace(target: Target, text: string, secret: boolean): void {
  const draft = `${target.path}.${process.pid}.part`
  try {
    writeDraft(draft, text, target, secret)
    renameSync(draft, target.path)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}

function helpFor(cause: unknown, folder: string): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code
  if (code === 'EISDIR') return 'That is a folder: name a file'
  if (code === 'ENOENT') return `Make the folder ${folder} or name another file`
  const what = code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'Allow writing in' : 'Make room in'
  return `${what} ${folder} or name another file`
}

/**
 * Writes a file whole or not at all: an old report is replaced by a new one, never by half of one. A device or a named pipe is written
 * to as it is. Throws UsageError where the disk is full or the folder cannot be written.
 */
export function writeWhole(file: string, text: string, { secret = false }: WriteWholeOptions = {}): void {
  try {
    const target = targetOf(file)
    if (target.stats?.isFile() === false) writeFileSync(target.path, text)
    else replace(target, text, secret)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(
      `the report could not be written to ${file} (${why}); what stood there before is unchanged. ` +
        `${helpFor(cause, dirname(resolve(file)))}, then run again.`,
      { cause },
    )
  }
}
