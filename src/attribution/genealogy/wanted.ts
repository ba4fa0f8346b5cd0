import { decodePath } from '../../git/decode-path.ts'
import { isNameId, nameId } from '../../git/name-id.ts'
import type { ObjectId } from '../../types.ts'
import { headOf, IdTable } from './id-table.ts'

/** As many as an id's first two bytes tell apart: what is not wanted is nearly always seen to be so by one look. */
const MARKS = 1 << 16
const HASHES = 0x1_0000_0000

/** What attribution is asked for, in a form in which a tree's entries are quickly held against it. */
export interface Wanted {
  /** Each has a number: blobs (and commits, tags) first. */
  readonly ids: readonly ObjectId[]
  readonly anyNames: boolean
  /** The number of the object whose id stands here; -1: not wanted. */
  object(bytes: Uint8Array, at: number): number
  /** The number of the name that stands here; -1: not wanted. */
  name(bytes: Buffer, start: number, end: number): number
}

export function createWanted(wanted: Iterable<ObjectId>, idBytes: number): Wanted {
  const all = [...new Set(wanted)]
  const names = all.filter(isNameId)
  const objects = all.filter(id => !isNameId(id))
  const table = new IdTable(idBytes)
  const marks = new Uint8Array(MARKS)
  for (const id of objects) {
    table.add(id)
    marks[headOf(Buffer.from(id.slice(0, 8), 'hex'), 0) & (MARKS - 1)] = 1
  }
  const numbers = new Map(names.map((id, n) => [id, objects.length + n]))
  /** By length and a hash of 32 bits, as long as nothing wanted has the same: a name comes by many thousand times. */
  const known = new Map<number, number>()

  return {
    ids: [...objects, ...names],
    anyNames: names.length > 0,
    object: (bytes, at) => (marks[headOf(bytes, at) & (MARKS - 1)] === 0 ? -1 : table.find(bytes, at)),
    name(bytes, start, end) {
      let hash = end - start
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
      const key = (hash >>> 0) + (end - start) * HASHES
      const seen = known.get(key)
      if (seen === -1) return -1
      const number = numbers.get(nameId(decodePath(bytes.subarray(start, end)))) ?? -1
      if (seen === undefined) known.set(key, number)
      return number
    },
  }
}
