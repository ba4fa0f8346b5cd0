import { join } from 'node:path'
import type { Repository } from '../git/find-repository.ts'
import { packedBytes } from '../objects/packed-bytes.ts'
import type { Team } from '../types.ts'

/** One thread is through with it before another has started. */
const LITTLE_BYTES = 2 * 1024 * 1024

/**
 * Threads take their time to start, so they are started at once; but not where little is packed, and not where little may be asked for (`isLittle`: most is
 * known already, or it is a part of a history): they are started when it turns out that there is more to do.
 */
export function teamWhenNeeded(hire: () => Team | undefined, { commonDir }: Repository, isLittle: boolean): Team {
  const atOnce = !isLittle && packedBytes(join(commonDir, 'objects')) > LITTLE_BYTES
  let hired: { readonly team: Team | undefined } | undefined = atOnce ? { team: hire() } : undefined
  const prepare = (): void => {
    hired ??= { team: hire() }
  }
  return {
    prepare,
    run(job) {
      prepare()
      return hired?.team?.run(job) ?? []
    },
    async close() {
      const ending = hired
      // Who asks again gets others.
      hired = undefined
      await ending?.team?.close()
    },
  }
}
