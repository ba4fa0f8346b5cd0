import type { Team } from '../types.ts'

/**
 * Threads take their time to start, so they are started at once; but not where most is known already (`atOnce` is false): then little is left to do
 * for one, and they are started when there is more.
 */
export function teamWhenNeeded(hire: () => Team | undefined, atOnce: boolean): Team {
  let hired: { readonly team: Team | undefined } | undefined = atOnce ? { team: hire() } : undefined
  return {
    run(job) {
      hired ??= { team: hire() }
      return hired.team?.run(job) ?? []
    },
    close: async () => hired?.team?.close(),
  }
}
