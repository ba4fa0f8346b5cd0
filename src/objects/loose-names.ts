import { join } from 'node:path'
import type { ObjectId } from '../types.ts'
import { namesIn } from './names-in.ts'

/** Ids of the files `ab/cdef…` in these folders of objects. */
export function looseNames(objectDirs: readonly string[], idBytes: number): ReadonlySet<ObjectId> {
  const found = new Set<ObjectId>()
  for (const folder of objectDirs) {
    for (const two of namesIn(folder)) {
      if (!/^[0-9a-f]{2}$/.test(two)) continue
      for (const rest of namesIn(join(folder, two))) {
        if (rest.length === 2 * idBytes - 2 && /^[0-9a-f]+$/.test(rest)) found.add(two + rest)
      }
    }
  }
  return found
}
