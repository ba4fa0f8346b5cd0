import type { ObjectId } from '../types.ts'

/** Long enough for every repository, short enough for a line. */
const SHORT_ID_LENGTH = 12

/** A commit's name as commands show it. */
export function shortId(id: ObjectId): string {
  return id.slice(0, SHORT_ID_LENGTH)
}
