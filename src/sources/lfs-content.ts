import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tooLarge } from '../objects/too-large.ts'
import { LFS_WHY } from './lfs-pointer.ts'

/** `oid sha256:4d7a…`, the only kind of name that there is. */
const NAME = /^oid sha256:([0-9a-f]{64})$/m

/**
 * The content that a Git LFS pointer stands for, from where `git add` has put it: `.git/lfs/objects/4d/7a/4d7a…`. Gives words where it cannot be looked into.
 */
export function lfsContent(pointer: Uint8Array, commonDir: string, maxBytes: number): Uint8Array | string {
  const name = NAME.exec(Buffer.from(pointer).toString('latin1'))?.[1]
  if (name === undefined) return LFS_WHY
  const file = join(commonDir, 'lfs', 'objects', name.slice(0, 2), name.slice(2, 4), name)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) return LFS_WHY
  return stats.size > maxBytes ? tooLarge(stats.size, maxBytes) : readFileSync(file)
}
