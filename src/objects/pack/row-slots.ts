const NONE = -1
/** Half full at most: short ways. */
const SLOTS_PER_ROW = 2

/** Ids that lie one after another, those from some row on, by a hash: each once, the first row that has it. On memory that threads share. */
export interface RowSlots {
  readonly ids: Uint8Array
  readonly idBytes: number
  /** Rows, -1: free; a power of two of them, or none. */
  readonly slots: Int32Array
}

export function createRowSlots(ids: Uint8Array, idBytes: number, firstRow: number): RowSlots {
  const count = ids.length / idBytes - firstRow
  const room = count === 0 ? 0 : 2 ** Math.ceil(Math.log2(count * SLOTS_PER_ROW))
  const slots = new Int32Array(new SharedArrayBuffer(room * Int32Array.BYTES_PER_ELEMENT)).fill(NONE)
  const table = { ids, idBytes, slots }
  for (let row = firstRow; row < firstRow + count; row++) {
    const slot = slotOf(table, ids, row * idBytes)
    if (slots[slot] === NONE) slots[slot] = row
  }
  return table
}

/** The row of the id whose bytes stand at `at`; -1: not there. */
export function slottedRow(table: RowSlots, bytes: Uint8Array, at: number): number {
  return table.slots.length === 0 ? NONE : table.slots[slotOf(table, bytes, at)]!
}

/** Where the row of this id is, or would be. Ids are hashes themselves: any four bytes will do. */
function slotOf({ ids, idBytes, slots }: RowSlots, bytes: Uint8Array, at: number): number {
  const mask = slots.length - 1
  let slot = (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) & mask
  for (let row = slots[slot]!; row !== NONE; row = slots[slot]!) {
    if (isSame(ids, row * idBytes, bytes, at, idBytes)) break
    slot = (slot + 1) & mask
  }
  return slot
}

function isSame(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false
  return true
}
