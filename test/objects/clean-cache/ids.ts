import fc from 'fast-check'
import type { CleanObjects } from '../../../src/objects/clean-cache/clean-objects.ts'
import { idSetOf } from '../../../src/objects/clean-cache/id-set.ts'

/** Ids of which some share their beginning, one after the other. */
export function anyIds(idBytes: number, maxLength = 40): fc.Arbitrary<Uint8Array> {
  const start = fc.array(fc.constantFrom(0, 1, 127, 128, 255), { minLength: 3, maxLength: 3 })
  const id = fc.tuple(start, fc.uint8Array({ minLength: idBytes - 3, maxLength: idBytes - 3 }))
  return fc.array(id, { maxLength }).map(ids => Uint8Array.from(ids.flatMap(([head, tail]) => [...head, ...tail])))
}

export function anyCleanObjects(idBytes: number): fc.Arbitrary<CleanObjects> {
  const pack = fc.record({
    checksum: fc.uint8Array({ minLength: idBytes, maxLength: idBytes }),
    objects: fc.nat(0xffff_ffff),
  })
  const ids = anyIds(idBytes).map(bytes => idSetOf(bytes, idBytes))
  const total = fc.nat(Number.MAX_SAFE_INTEGER)
  return fc.record({
    idBytes: fc.constant(idBytes),
    packs: fc.array(pack, { maxLength: 4 }),
    loose: ids,
    left: ids,
    missing: ids,
    totals: fc.record({ blobs: total, bytes: total, commits: total }),
  })
}

export function split(ids: Uint8Array, idBytes: number): readonly string[] {
  const hex = Buffer.from(ids).toString('hex')
  return hex.match(new RegExp(`.{${2 * idBytes}}`, 'g')) ?? []
}
