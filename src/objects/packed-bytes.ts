import { statSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn } from './names-in.ts'

/** How much lies in the packs of this folder of objects; those it borrows are not counted. */
export function packedBytes(objectDir: string): number {
  const folder = join(objectDir, 'pack')
  return namesIn(folder)
    .filter(name => name.endsWith('.pack'))
    .reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
