import { readFileSync, statSync } from 'node:fs'
import { cleanCacheFile } from './clean-cache-file.ts'
import type { CleanObjects } from './clean-objects.ts'
import { decodeCleanObjects } from './decode-clean-objects.ts'
import { MAX_CACHE_BYTES } from './layout.ts'

export interface CleanCacheOptions {
  readonly commonDir: string
  /** Made by `cleanCacheKey`. */
  readonly key: Uint8Array
  /** 20 (SHA-1) or 32 (SHA-256). */
  readonly idBytes: number
}

export interface CleanCache {
  /** The repository as the last scan of everything left it; undefined: nothing is known. */
  readonly known?: CleanObjects
  /** Why not, where that is not simply because there is no file. */
  readonly why?: string
}

/**
 * What earlier audits found clean, so that the next one costs only what is new. Never an error: a file that is not there, cannot be read, is damaged
 * or was made by another version or with other settings is as good as none, and everything is looked at.
 *
 * - The key is made of everything that decides whether an object has a candidate (clean-cache-key.ts). `--no-cache`: neither opened nor written.
 * - Clean is an object that was read whole and has no candidate at all: nothing found, nothing allowed by a comment, nothing under the confidence
 *   asked for, and no `notScanned` entry. Everything else is left and looked at by each scan, so that findings are always made from the objects
 *   themselves. What trees tell (a blob stands under a sensitive name, a submodule, a secret in a name) is told by many; one that tells it is left.
 * - It holds for a repository that has only grown: every pack is still there, and every object that was loose is there, in whatever way. Where one is
 *   gone (gc, a repack, somebody's rm), what trees speak of may be gone as well, and the trees that were left may be: then it is as if nothing were
 *   known. So nothing that goes missing stays unnoticed, short of damage within a file that bears the same name: what was read once, and is still
 *   there, is not doubted. `git fsck` does that, and `--no-cache`.
 * - Only a scan of everything asks and writes. One that was interrupted, or had packs come and go, writes nothing.
 */
export function openCleanCache({ commonDir, key, idBytes }: CleanCacheOptions): CleanCache {
  const file = cleanCacheFile(commonDir, key)
  try {
    if (statSync(file).size > MAX_CACHE_BYTES) return { why: `${file} is larger than any that keyscan writes` }
    const known = decodeCleanObjects(readFileSync(file), key)
    return known?.idBytes === idBytes ? { known } : { why: `${file} is damaged` }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === undefined || code.startsWith('ERR_')) throw cause
    return code === 'ENOENT' ? {} : { why: `${file} cannot be read (${code})` }
  }
}
