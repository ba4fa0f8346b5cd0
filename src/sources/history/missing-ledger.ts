import { idAt } from '../../objects/id-at.ts'
import type { DirectObjects } from '../../objects/pack/open-direct-objects.ts'
import type { ObjectId } from '../../types.ts'
import type { ReferenceLedger } from './object-visitor.ts'

export interface MissingLedger extends ReferenceLedger {
  /** What was spoken of and is nowhere. */
  missing(): readonly ObjectId[]
}

/** Notes only what is not among the objects that were opened. `suspected`: spoken of by those that are not read again. */
export function missingLedger({ built, holdsAt }: DirectObjects, suspected: Iterable<ObjectId>): MissingLedger {
  const { idBytes } = built.forest
  const spokenOf = new Set<ObjectId>()
  // What has come while others were read.
  const present = new Set<ObjectId>()
  const referAt = (bytes: Uint8Array, at: number): void => {
    if (!holdsAt(bytes, at)) spokenOf.add(idAt(bytes, at, idBytes))
  }
  const refer = (id: ObjectId): void => referAt(Buffer.from(id, 'hex'), 0)
  for (const id of suspected) refer(id)
  return {
    present: id => present.add(id),
    refer,
    referAt,
    missing: () => [...spokenOf].filter(id => !present.has(id)),
  }
}
