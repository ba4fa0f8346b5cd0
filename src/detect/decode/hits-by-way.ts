import type { DecodeWay } from '../../types.ts'
import type { MarkHit } from './decoded.ts'

/** Each way's marks, in order of their position as all are. */
export function hitsByWay(hits: readonly MarkHit[]): ReadonlyMap<DecodeWay, readonly MarkHit[]> {
  const byWay = new Map<DecodeWay, MarkHit[]>()
  for (const hit of hits) {
    const same = byWay.get(hit.mark.way)
    if (same) same.push(hit)
    else byWay.set(hit.mark.way, [hit])
  }
  return byWay
}
