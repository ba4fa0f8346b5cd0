import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ObjectId } from '../types.ts'
import type { Repository } from './find-repository.ts'
import { gitEnvironment } from './git-environment.ts'

/** Commits whose parents a shallow clone leaves out: https://git-scm.com/docs/shallow. An id a line. */
export function shallowCommits({ commonDir, shallow }: Repository): readonly ObjectId[] {
  if (!shallow) return []
  const file = gitEnvironment().GIT_SHALLOW_FILE ?? join(commonDir, 'shallow')
  return existsSync(file) ? readFileSync(file, 'latin1').split('\n').filter(Boolean) : []
}
