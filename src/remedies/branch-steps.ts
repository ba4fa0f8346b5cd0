import type { Place, Remedy } from '../types.ts'
import { shellQuote } from './shell-quote.ts'

function named(places: readonly Place[], prefix: string): readonly string[] {
  const refs = places.flatMap(place => place.refs ?? [])
  return [...new Set(refs.filter(ref => ref.startsWith(prefix)).map(ref => ref.slice(prefix.length)))]
}

/** The branch to be on. Nothing where the files at hand hold the secret: then that is the branch. */
export function switchToBranch(places: readonly Place[]): readonly string[] {
  const branch = named(places, 'refs/heads/')[0]
  const atHand = places.some(place => place.inHead === true)
  return atHand || branch === undefined ? [] : [`git switch ${shellQuote(branch)}`]
}

/** A commit that is made anew on one branch lives on in others and in tags. */
export function otherRefsSteps(places: readonly Place[]): readonly Remedy[] {
  const branches = named(places, 'refs/heads/')
  const tags = named(places, 'refs/tags/')
  return [
    ...(branches.length > 1
      ? [
          {
            kind: 'purge' as const,
            text: `Several branches hold it: do this on each of them (${branches.join(', ')}).`,
          },
        ]
      : []),
    ...(tags.length > 0
      ? [
          {
            kind: 'purge' as const,
            text: 'Tags hold the old commit too. Delete them, and set them anew:',
            commands: tags.map(tag => `git tag -d ${shellQuote(tag)}`),
          },
        ]
      : []),
  ]
}
