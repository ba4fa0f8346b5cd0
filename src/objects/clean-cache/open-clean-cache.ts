import { readFileSync, statSync } from 'node:fs'
import { cleanCacheFile } from './clean-cache-file.ts'
import type { CleanObjects } from './clean-objects.ts'
import { decodeCleanObjects } from './decode-clean-objects.ts'
import { type IdSet, idSet } from './id-set.ts'
import { MAX_CACHE_BYTES } from './layout.ts'

export interface CleanCacheOptions {
  readonly commonDir: string
  /** Made by `cleanCacheKey`. */
  readonly key: Uint8Array
  /** 20 (SHA-1) or 32 (SHA-256). */
  readonly idBytes: number
}

export interface CleanCache {
  /** The object whose id begins at `offset` has nothing in it. */
  isClean(id: Uint8Array, offset: number): boolean
  /** Of a pack that was looked at whole: the objects to look at again (none: an empty set). `undefined`: not known, look at all. */
  leftOf(checksum: Uint8Array, objects: number): IdSet | undefined
  /** All that is known, for writing it on. */
  readonly contents: CleanObjects
  /** Why there is nothing, where that is not simply because there is no file. For `--verbose`. */
  readonly why?: string
}

/**
 * What earlier audits found clean, so that the next one costs only what is new. Never an error: a file that is not there, cannot be read, is damaged
 * or was made by another version or with other settings is as good as none, and everything is looked at.
 *
 * How a scan of the history is meant to use it:
 * - The key is made of everything that decides whether an object has a candidate (clean-cache-key.ts). `--no-cache`: neither opened nor written.
 * - Clean is an object that was read whole and has no candidate at all: nothing found, nothing allowed by a comment, nothing under the confidence
 *   asked for, and no `notScanned` entry. Everything else is looked at by each scan, so that findings are always made from the objects themselves.
 *   A tree is clean if none of its entries bears a sensitive name or is a submodule; of all others the names are read again, and a blob under a
 *   sensitive name is then read whatever the cache says.
 * - Known packs are asked first (`leftOf`, by the checksum at the end of their index): of those only the objects left need a visit, and their delta
 *   bases. Objects in other packs, and loose ones, are asked one by one.
 * - What a report says of missing objects comes from trees and commits that refer to them. Clean ones are not read, so a scan that passes over them
 *   does not notice what has gone missing since; what was read once and is still there is not doubted.
 * - At the end of a scan of everything, `writeCleanCache` takes the packs there are now (each looked at whole, now or earlier) and the loose objects
 *   there are now: what is gone from the repository goes from the cache. A scan of a part (`--since`, `--branch`, `--reachable-only`) may ask but
 *   writes nothing, and so does one that was interrupted or had packs come and go.
 */
export function openCleanCache({ commonDir, key, idBytes }: CleanCacheOptions): CleanCache {
  const file = cleanCacheFile(commonDir, key)
  const { known, why } = read(file, key, idBytes)
  const contents = known ?? { idBytes, packs: [], ids: idSet(new Uint8Array(), idBytes) }
  const packs = new Map(contents.packs.map(pack => [nameOf(pack.checksum), pack]))
  return {
    contents,
    ...(why !== undefined && { why }),
    isClean: (id, offset) => contents.ids.has(id, offset),
    leftOf(checksum, objects) {
      const pack = packs.get(nameOf(checksum))
      return pack?.objects === objects ? pack.left : undefined
    },
  }
}

const nameOf = (checksum: Uint8Array): string => Buffer.from(checksum).toString('latin1')

function read(file: string, key: Uint8Array, idBytes: number): { known?: CleanObjects; why?: string } {
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
