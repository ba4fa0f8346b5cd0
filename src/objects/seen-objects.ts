import type { ObjectId } from '../types.ts'

const FIRST_SLOTS = 1 << 16
/** Slots in use, at most, before the table doubles. */
const LOAD = 0.6
const HALF_DIGITS = 8

/** Which objects have been dealt with. */
export interface SeenObjects {
  add(id: ObjectId): void
  has(id: ObjectId): boolean
  readonly size: number
}

/**
 * A set of object ids in a few bytes each: a Set of strings takes ten times the memory, and a repository may hold ten million objects.
 * It remembers the first 64 bits of an id, so that among ten million the chance that two are taken for one is 1 in 400,000; and
 * it is only asked where git died or a repack came in between.
 */
export function createSeenObjects(): SeenObjects {
  let table = new Uint32Array(2 * FIRST_SLOTS)
  let size = 0

  /** Index of the id's slot, or of the free one where it would go. 0, 0 is free: an id that begins with 16 zeros is stored as 0, 1. */
  function slotOf(slots: Uint32Array, high: number, low: number): number {
    const mask = slots.length / 2 - 1
    let slot = high & mask
    while (
      (slots[2 * slot] !== high || slots[2 * slot + 1] !== low) &&
      (slots[2 * slot] !== 0 || slots[2 * slot + 1] !== 0)
    ) {
      slot = (slot + 1) & mask
    }
    return 2 * slot
  }

  function grow(): void {
    const larger = new Uint32Array(2 * table.length)
    for (let at = 0; at < table.length; at += 2) {
      const high = table[at]!
      const low = table[at + 1]!
      if (high === 0 && low === 0) continue
      const slot = slotOf(larger, high, low)
      larger[slot] = high
      larger[slot + 1] = low
    }
    table = larger
  }

  return {
    get size() {
      return size
    },
    has(id) {
      const [high, low] = halves(id)
      const slot = slotOf(table, high, low)
      return table[slot] !== 0 || table[slot + 1] !== 0
    },
    add(id) {
      const [high, low] = halves(id)
      const slot = slotOf(table, high, low)
      if (table[slot] !== 0 || table[slot + 1] !== 0) return
      table[slot] = high
      table[slot + 1] = low
      size++
      if (size > LOAD * (table.length / 2)) grow()
    },
  }
}

function halves(id: ObjectId): readonly [high: number, low: number] {
  const high = Number.parseInt(id.slice(0, HALF_DIGITS), 16)
  const low = Number.parseInt(id.slice(HALF_DIGITS, 2 * HALF_DIGITS), 16)
  return [high, high === 0 && low === 0 ? 1 : low]
}
