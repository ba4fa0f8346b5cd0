import type { Origin } from '../types.ts'

/**
 * A mirror holds tens of thousands of pull requests, each of which holds each old commit: nobody reads them all, and a report of a hundred MB nobody
 * loads. So many are named.
 */
export const MAX_NAMED = 100

/** The first of these names, and where there are more how many. */
export function namedRefs(names: readonly string[], count = names.length): Pick<Origin, 'refs' | 'refCount'> {
  return count > MAX_NAMED ? { refs: names.slice(0, MAX_NAMED), refCount: count } : { refs: names }
}
