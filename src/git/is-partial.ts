import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseConfigFile } from './parse-config-file.ts'

/** Whether a remote promised objects that may not be here (`git clone --filter`). */
export function isPartial(commonDir: string): boolean {
  const file = join(commonDir, 'config')
  // Git does without one.
  if (!existsSync(file)) return false
  for (const [key, values] of parseConfigFile(readFileSync(file, 'utf8'))) {
    if (key === 'extensions.partialclone') return true
    if (/^remote\..*\.promisor$/s.test(key) && /^(?:true|yes|on|1)$/i.test(values.at(-1) ?? '')) return true
    if (/^remote\..*\.partialclonefilter$/s.test(key)) return true
  }
  return false
}
