import { chmodSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Removes a temporary folder that may be closed itself, or hold closed folders. Only root could do without the rights. */
export function removeFolder(folder: string): void {
  chmodSync(folder, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(folder, entry.name), 0o700)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
