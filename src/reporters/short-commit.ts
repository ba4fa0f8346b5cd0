import type { ObjectId } from '../types.ts'

/** Long enough to be told from every other, short enough for a line. */
const LENGTH = 10

/** A commit's name for a person. */
export function shortCommit(id: ObjectId): string {
  return id.slice(0, LENGTH)
}
