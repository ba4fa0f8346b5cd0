import { join } from 'node:path'

/** Hexadecimal digits of the key in a name: so many keep two keys from taking turns in one file. The whole key stands within. */
const NAME_DIGITS = 16

/** In the git directory that all worktrees share: outside every work tree, never committed, gone with the clone. */
export function cleanCacheFolder(commonDir: string): string {
  return join(commonDir, 'keyscan')
}

export function cleanCacheFile(commonDir: string, key: Uint8Array): string {
  return join(cleanCacheFolder(commonDir), `clean-v1-${Buffer.from(key).toString('hex').slice(0, NAME_DIGITS)}`)
}
