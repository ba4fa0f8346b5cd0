import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseConfigFile } from './parse-config-file.ts'

/** Packs that came from such a remote are marked, and stay so when the settings are lost (a copied repository). */
function hasPromisorPack(commonDir: string): boolean {
  const packs = join(commonDir, 'objects', 'pack')
  return existsSync(packs) && readdirSync(packs).some(name => name.endsWith('.promisor'))
}

/** Whether a remote promised objects that may not be here (`git clone --filter`). */
export function isPartial(commonDir: string): boolean {
  const file = join(commonDir, 'config')
  // Git does without one.
  if (!existsSync(file)) return hasPromisorPack(commonDir)
  for (const [key, values] of parseConfigFile(readFileSync(file, 'utf8'))) {
    if (key === 'extensions.partialclone') return true
    if (/^remote\..*\.promisor$/s.test(key) && /^(?:true|yes|on|1)$/i.test(values.at(-1) ?? '')) return true
    if (/^remote\..*\.partialclonefilter$/s.test(key)) return true
  }
  return hasPromisorPack(commonDir)
}
