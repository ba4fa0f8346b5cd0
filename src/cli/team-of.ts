import { UsageError } from '../errors/usage-error.ts'
import type { TeamScanOptions } from '../scan.ts'
import { hireTeam } from '../workers/hire-team.ts'
import { usualThreads } from '../workers/usual-threads.ts'
import { optimiseLater } from './optimise-later.ts'
import type { Arguments } from './parse-arguments.ts'

/** Nobody means more than this. */
const MAX_THREADS = 64

/** How many threads share the work, this one included. */
function threadsOf(args: Arguments): number {
  const given = args.value('threads')
  if (given === undefined) return usualThreads()
  const threads = Number(given)
  if (Number.isInteger(threads) && threads >= 1 && threads <= MAX_THREADS) return threads
  throw new UsageError(`--threads takes a number from 1 to ${MAX_THREADS}, not "${given}".`)
}

export function teamOf(args: Arguments): Pick<TeamScanOptions, 'hireTeam'> {
  const others = threadsOf(args) - 1
  if (others === 0) return {}
  return {
    hireTeam(setup) {
      optimiseLater()
      return hireTeam(others, setup)
    },
  }
}
