import { join } from 'node:path'
import type { Repository } from '../git/find-repository.ts'
import { packedBytes } from '../objects/packed-bytes.ts'
import type { Team } from '../types.ts'

/** One thread is through with it before another has started. */
const LITTLE_BYTES = 2 * 1024 * 1024

/**
 * Threads take their time to start, so they are started at once; but not where little is packed, or most is known already (`isKnown`): they are started
 * when it turns out that there is more to do.
 */
export function teamWhenNeeded(
  hire: () => Team | undefined,
  { commonDir }: Repository,
  isKnown: boolean | undefined,
): Team {
  const atOnce = !isKnown && packedBytes(join(commonDir, 'objects')) > LITTLE_BYTES
  let hired: { readonly team: Team | undefined } | undefined = atOnce ? { team: hire() } : undefined
  return {
    run(job) {
      hired ??= { team: hire() }
      return hired.team?.run(job) ?? []
    },
    async close() {
      const ending = hired
      // Who asks again gets others.
      hired = undefined
      await ending?.team?.close()
    },
  }
}
