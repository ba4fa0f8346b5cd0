import type { ObjectType } from '../../objects/object-store.ts'

/** What a report counts. */
export interface Seen {
  blobs: number
  bytes: number
  commits: number
}

export function nothingSeen(): Seen {
  return { blobs: 0, bytes: 0, commits: 0 }
}

/** One object. */
export function seenOf(type: ObjectType, size: number): Readonly<Seen> {
  const blobs = type === 'blob' ? 1 : 0
  return { blobs, bytes: blobs * size, commits: type === 'commit' ? 1 : 0 }
}

export function addSeen(sum: Seen, { blobs, bytes, commits }: Readonly<Seen>, sign: 1 | -1 = 1): void {
  sum.blobs += sign * blobs
  sum.bytes += sign * bytes
  sum.commits += sign * commits
}
