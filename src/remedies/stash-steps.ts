import type { Place, Remedy } from '../types.ts'

/** `refs/stash` is the newest entry. */
const STASH = /^(?:refs\/stash|stash(?:@\{(\d+)\})?)$/

/** Do only stashes hold it? Then it is in no branch that could be pushed. */
export function isOnlyStashed(places: readonly Place[]): boolean {
  return places.every(({ refs }) => refs !== undefined && refs.length > 0 && refs.every(ref => STASH.test(ref)))
}

/** Entries from the oldest to the newest: dropping one gives the older ones new numbers. */
export function stashSteps(places: readonly Place[]): readonly Remedy[] {
  const refs = places.flatMap(place => place.refs ?? [])
  const entries = [...new Set(refs.map(ref => Number(STASH.exec(ref)?.[1] ?? 0)))].sort((a, b) => b - a)
  return [
    {
      kind: 'purge',
      text: 'Only the stash holds it. Take what you still need of it into your files ("git stash apply"), mend it there, then drop it:',
      commands: entries.map(entry => `git stash drop "stash@{${entry}}"`),
    },
    {
      kind: 'verify',
      text: 'See that no branch and no stash holds it:',
      commands: ['keyscan --history --reachable-only'],
    },
  ]
}
