import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { cleanCacheFile, cleanCacheFolder } from './clean-cache-file.ts'
import type { CleanObjects } from './clean-objects.ts'
import { encodeCleanObjects } from './encode-clean-objects.ts'
import { MAX_CACHE_BYTES } from './layout.ts'
import { tidyCleanCaches } from './tidy-clean-caches.ts'

/** Distinguishes the unfinished files of scans that write at the same time. */
const RANDOM_BYTES = 8

/**
 * Remembers what was found clean: `undefined`, or why it could not, for `--verbose`. Whoever opens the file sees the old one or the new one, whole;
 * of scans that write at the same time the last one's stays, which is as right as the others'.
 */
export function writeCleanCache(commonDir: string, key: Uint8Array, clean: CleanObjects): string | undefined {
  const bytes = encodeCleanObjects(key, clean)
  const file = cleanCacheFile(commonDir, key)
  if (bytes.length > MAX_CACHE_BYTES)
    return `${file} would be too large: ${clean.loose.size} loose objects; git gc packs them`
  try {
    makeFolder(cleanCacheFolder(commonDir))
    tidyCleanCaches(cleanCacheFolder(commonDir), file)
    replace(file, bytes)
    return undefined
  } catch (cause) {
    // A git directory that cannot be written to, a full disk: the next audit takes as long as this one, nothing else.
    const { code } = cause as NodeJS.ErrnoException
    if (code === undefined || code.startsWith('ERR_')) throw cause
    return `${file} cannot be written (${code})`
  }
}

function replace(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${randomBytes(RANDOM_BYTES).toString('hex')}.tmp`
  try {
    writeFileSync(unfinished, bytes, { flag: 'wx' })
    renameSync(unfinished, file)
  } finally {
    if (existsSync(unfinished)) rmSync(unfinished)
  }
}

/** Not with `recursive`: where the system says ENOENT though the parent is there (as /proc does), Node tries for ever. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (cause) {
    // It is there, perhaps since a moment ago. A file of that name shows in what comes next.
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  }
}
