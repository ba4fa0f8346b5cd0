import { printable } from '../findings/printable.ts'
import type { Place } from '../types.ts'
import { shortCommit } from './short-commit.ts'

/** So many refs tell where a commit lives; a repository with a thousand branches has each of them hold it. */
const MAX_REFS = 4

const tidyRef = (ref: string): string =>
  ref
    .replace(/^refs\/(?:heads|remotes)\//, '')
    .replace(/^refs\/tags\//, 'tag ')
    .replace(/^refs\//, '')

function refsLine(place: Place, verbose: boolean): readonly string[] {
  const refs = (place.refs ?? []).map(ref => printable(tidyRef(ref)))
  const head = place.inHead === undefined ? [] : [place.inHead ? 'still in HEAD' : 'no longer in HEAD']
  if (refs.length === 0) return head
  const shown = verbose ? refs : refs.slice(0, MAX_REFS)
  const more = (place.refCount ?? refs.length) - shown.length
  return [`${[...head, `held by ${shown.join(', ')}`].join('; ')}${more > 0 ? ` and ${more} more` : ''}`]
}

/** Who brought it in, when, and which refs hold it. */
export function originLines(place: Place, verbose: boolean): readonly string[] {
  const { commit, author, email, date } = place
  if (commit === undefined) return []
  const who = [author, email && `<${email}>`].filter(part => part !== undefined && part !== '').join(' ')
  const facts = [`commit ${shortCommit(commit)}`, date?.slice(0, 10) ?? '', printable(who)]
  return [facts.filter(fact => fact !== '').join(', '), ...refsLine(place, verbose)]
}
