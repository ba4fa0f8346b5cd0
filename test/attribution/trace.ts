import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { attribute } from '../../src/attribution/attribute.ts'
import type { Origin } from '../../src/types.ts'
import { holding, lookThroughHistory } from '../sources/history/look-through.ts'

export interface Traced extends Origin {
  /** What the source handed over. */
  readonly kind: string
}

/** Looks through the whole history for a text, as a scan does, and asks where each thing that holds it came from. */
export async function trace(test: Pick<TestRepository, 'path'>, text: string, allPlaces = false): Promise<Traced[]> {
  const looked = await lookThroughHistory(test)
  const found = holding(looked, text)
  const ids = new Set(found.map(one => one.id!))
  const { origins, notScanned } = await attribute(looked.repository, ids, { allPlaces })
  if (notScanned.length > 0) throw new Error(JSON.stringify(notScanned))
  return found.flatMap(({ id, kind }) => origins.get(id!)!.map(origin => ({ kind, ...origin })))
}
