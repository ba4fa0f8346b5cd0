import type { ObjectId, Place } from '../types.ts'
import { belongsLocal } from './belongs-local.ts'
import type { RemedyInput } from './remedy-input.ts'

export type FilePlace = Place & { readonly path: string }

/** The places of a finding, as remediation sees them. */
export interface Sites {
  /** Where a person can mend a file now: in HEAD, in the index, on disk. */
  readonly current: readonly FilePlace[]
  readonly currentPaths: readonly string[]
  /** Of the current paths those that do not belong into git at all. */
  readonly localPaths: readonly string[]
  /** Every path that the secret stood at, former names included. */
  readonly allPaths: readonly string[]
  /** The earliest first, as far as dates tell. */
  readonly commits: readonly ObjectId[]
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}

function byDate(a: Place, b: Place): number {
  return (a.date ? Date.parse(a.date) : 0) - (b.date ? Date.parse(b.date) : 0)
}

export function sitesOf({ rule, places, state }: Pick<RemedyInput, 'rule' | 'places' | 'state'>): Sites {
  const inFiles = places.filter((place): place is FilePlace => place.path !== undefined && place.in === undefined)
  const uncommitted = state === 'index' || state === 'file'
  const current = inFiles.filter(place => (place.commit === undefined ? uncommitted : place.inHead === true))
  const currentPaths = unique(current.map(place => place.path))
  return {
    current,
    currentPaths,
    localPaths: currentPaths.filter(path => belongsLocal(rule, path)),
    allPaths: unique(inFiles.map(place => place.path)),
    commits: unique(
      places
        .filter(place => place.commit !== undefined)
        .toSorted(byDate)
        .map(place => place.commit!),
    ),
  }
}
