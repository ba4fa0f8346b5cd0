import type { Blob, Looked, ObjectId } from '../types.ts'
import type { ScanParts } from './direct-scan.ts'
import type { MayTellBy } from './may-tell-by.ts'

export interface NamedParts extends Pick<ScanParts, 'source' | 'notScanned'> {
  mayTellBy(folders: Looked['folders']): MayTellBy
}

/**
 * Of what stands under a sensitive name that which may be told something of. Where it stands is the dearest of all questions: of what holds nothing under any
 * path nobody has to ask, which is worth finding out if it is asked for nothing else's sake (`isAskedAnyway`).
 */
export async function leaveOutHarmless(
  { source, notScanned, ...parts }: NamedParts,
  looked: Looked,
  isAskedAnyway: boolean,
): Promise<Map<ObjectId, ReadonlySet<string>>> {
  const mayTellBy = parts.mayTellBy(looked.folders)
  const left = new Map<ObjectId, ReadonlySet<string>>()
  for (const [id, names] of looked.named) {
    const telling = new Set([...names].filter(mayTellBy.name))
    if (telling.size > 0) left.set(id, telling)
  }
  const look = (blob: Blob): void => {
    if (![...left.get(blob.id!)!].some(name => mayTellBy.blob(blob, name))) left.delete(blob.id!)
  }
  if (!isAskedAnyway && left.size > 0) await source.read(new Set(left.keys()), look, notScanned)
  return left
}
