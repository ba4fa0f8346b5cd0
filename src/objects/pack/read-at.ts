import { readSync } from 'node:fs'

/**
 * Fills `bytes` from `at` on with what a file holds at `position`, as much of `length` as there is. Where the system cannot read it (a bad disk, a share that
 * is gone) it counts as not there: what is missing from a pack is noticed by whoever looks into it, and git says why.
 */
export function readAt(descriptor: number, bytes: Uint8Array, at: number, length: number, position: number): number {
  let read = 0
  while (read < length) {
    const count = readSome(descriptor, bytes, at + read, length - read, position + read)
    if (count === 0) break
    read += count
  }
  return read
}

function readSome(descriptor: number, bytes: Uint8Array, at: number, length: number, position: number): number {
  try {
    return readSync(descriptor, bytes, at, length, position)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall !== 'read') throw cause
    return 0
  }
}
