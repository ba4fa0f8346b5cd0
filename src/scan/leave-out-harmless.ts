import type { Blob, ObjectId } from '../types.ts'
import type { ScanParts } from './direct-scan.ts'

export interface NamedParts extends Pick<ScanParts, 'source' | 'notScanned'> {
  /** May there be anything to say of this blob by a path that ends in one of these names? */
  mayTellBy(blob: Blob, names: ReadonlySet<string>): boolean
}

/**
 * Most of what stands under a sensitive name holds nothing under any path: where it stands, which is the dearest of all questions, nobody has to ask for its
 * sake. Worth it where it is asked for the sake of nothing else.
 */
export async function leaveOutHarmless(
  { source, notScanned, mayTellBy }: NamedParts,
  named: Map<ObjectId, ReadonlySet<string>>,
): Promise<void> {
  const look = (blob: Blob): void => {
    if (!mayTellBy(blob, named.get(blob.id!)!)) named.delete(blob.id!)
  }
  if (named.size > 0) await source.read(new Set(named.keys()), look, notScanned)
}
