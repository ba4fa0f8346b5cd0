import { runGit } from '../git/run-git.ts'
import type { ObjectId } from '../types.ts'

/** Only headers are read: of a delta what it says of its result, and what it is made from. */
const HEADERS = '--batch-check=%(objectname) %(objectsize) %(deltabase)'

/** Where it dies of something damaged, what it said before is good. */
const OK_CODES: readonly number[] = [0, 1, 128]

interface Header {
  readonly size: number
  readonly base: ObjectId
}

/**
 * Those of `ids` that are larger than `maxBytes`, or are made from what is: git holds an object whole to apply a delta to it, so that one kilobyte
 * of deltas could take all memory. Sizes as headers have them, which may lie.
 *
 *     8a9bb7… 10737418240 45b983…
 *     45b983… missing
 */
export async function largeObjects(
  cwd: string,
  ids: readonly ObjectId[],
  maxBytes: number,
): Promise<readonly { readonly id: ObjectId; readonly size: number }[]> {
  if (ids.length === 0) return []
  const headers = new Map<ObjectId, Header>()
  const output = await runGit(['cat-file', HEADERS, '--buffer'], {
    cwd,
    input: `${ids.join('\n')}\n`,
    okCodes: OK_CODES,
  })
  for (const line of output.toString('latin1').split('\n')) {
    const [id = '', size, base] = line.split(' ')
    if (base !== undefined) headers.set(id, { size: Number(size), base })
  }
  const known = new Map<ObjectId, number>()
  return ids.map(id => ({ id, size: largestOf(id, headers, known) })).filter(({ size }) => size > maxBytes)
}

/** The largest of an object and all that it is made from, as far as these are among the asked. */
function largestOf(id: ObjectId, headers: ReadonlyMap<ObjectId, Header>, known: Map<ObjectId, number>): number {
  const path: ObjectId[] = []
  let at = id
  // What was met before ends the way, be it in a circle.
  for (; headers.has(at) && !known.has(at); at = headers.get(at)!.base) {
    known.set(at, 0)
    path.push(at)
  }
  let size = known.get(at) ?? 0
  for (const one of path.reverse()) {
    size = Math.max(size, headers.get(one)!.size)
    known.set(one, size)
  }
  return size
}
