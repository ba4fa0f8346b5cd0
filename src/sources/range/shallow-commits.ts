import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Repository } from '../../git/find-repository.ts'
import type { ObjectId } from '../../types.ts'

/** Commits whose parents were cut off: https://git-scm.com/docs/shallow, an id a line. */
export function shallowCommits({ commonDir, shallow }: Repository): readonly ObjectId[] {
  if (!shallow) return []
  return readFileSync(join(commonDir, 'shallow'), 'latin1').split('\n').filter(Boolean)
}
