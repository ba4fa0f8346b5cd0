import type { Blob, NotScanned, ObjectId, Origin, Source } from '../types.ts'
import type { Examiner } from './examine.ts'
import { fingerprintOf } from './seen.ts'

interface Parts {
  readonly source: Pick<Source, 'read'>
  readonly examiner: Pick<Examiner, 'valuesIn'>
  readonly notScanned: (entry: NotScanned) => void
}

/** Did what stood at this place before hold the secret of this fingerprint already? */
export type HeldBefore = (fingerprint: string, origin: Origin) => boolean

/** Reads what stood at these places before. What cannot be read held nothing, so that its secrets count as new. */
export async function heldBefore(parts: Parts, origins: Iterable<Origin>): Promise<HeldBefore> {
  const pathsOf = new Map<ObjectId, Set<string | undefined>>()
  for (const { before, path } of origins) {
    for (const id of before ?? []) pathsOf.set(id, (pathsOf.get(id) ?? new Set()).add(path))
  }
  if (pathsOf.size === 0) return () => false
  const held = new Map<ObjectId, Set<string>>()
  const look = (blob: Blob): void => {
    const id = blob.id!
    const matches = [...(pathsOf.get(id) ?? [])].flatMap(path => parts.examiner.valuesIn(blob, path))
    held.set(id, new Set(matches.map(fingerprintOf)))
  }
  await parts.source.read(new Set(pathsOf.keys()), look, parts.notScanned)
  return (fingerprint, { before = [] }) => before.some(id => held.get(id)?.has(fingerprint) === true)
}
