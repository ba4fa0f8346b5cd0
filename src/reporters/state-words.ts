import type { Finding, State } from '../types.ts'

const WORDS: Readonly<Record<State, string>> = {
  index: 'staged, in no commit yet',
  head: 'in the last commit, not pushed',
  unpushed: 'committed, not pushed as far as this clone knows',
  pushed: 'pushed: whoever can read the repository can have it',
  dangling: 'in no branch or tag any more, still in this clone',
  file: 'in a file on disk',
}

/** The state of a finding, for a person. */
export function stateWords({ state, places }: Pick<Finding, 'state' | 'places'>): string {
  return places.every(place => place.in === 'standard input') ? 'in what was read from standard input' : WORDS[state]
}
