import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'

/** Follows links, so that the file behind a link is replaced and not the link. */
function targetOf(file: string): { target: string; regular: boolean } {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return { target: resolve(file), regular: true }
  return { target: realpathSync(file), regular: stats.isFile() }
}

function writeDraft(draft: string, text: string): void {
  const descriptor = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function replace(target: string, text: string): void {
  const draft = `${target}.${process.pid}.part`
  try {
    writeDraft(draft, text)
    renameSync(draft, target)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}

/**
 * Writes a file whole or not at all: an old report is replaced by a new one, never by half of one. A device or a named pipe is written
 * to as it is. Throws UsageError where the disk is full or the folder cannot be written.
 */
export function writeWhole(file: string, text: string): void {
  try {
    const { target, regular } = targetOf(file)
    if (regular) replace(target, text)
    else writeFileSync(target, text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(
      `the report could not be written to ${file} (${why}); what stood there before is unchanged. ` +
        `Make room in ${dirname(resolve(file))} or name another file, then run again.`,
      { cause },
    )
  }
}
