import { readAt } from './read-at.ts'

/** Read at once. */
export const BLOCK_BYTES = 256 * 1024
/** Packs up to here, all together, are kept: a walk goes to and fro in them, and would read each block some ten times. */
const MAX_KEPT_BYTES = 768 * 1024 * 1024

/** A pack's bytes, each block read by the thread that first asks for it. On memory that threads share. */
export interface KeptPack {
  readonly bytes: Uint8Array
  /** Of each block: 1 as soon as it is there. */
  readonly blocks: Uint8Array
}

/** Of each pack, as long as there is room for it; those that are left out are read piece by piece. `ends`: behind the last entry of each. */
export function keptPacks(ends: readonly number[]): (KeptPack | undefined)[] {
  let left = MAX_KEPT_BYTES
  return ends.map(end => {
    const bytes = end > left ? undefined : roomFor(end)
    if (!bytes) return undefined
    left -= end
    return { bytes, blocks: new Uint8Array(new SharedArrayBuffer(Math.ceil(end / BLOCK_BYTES))) }
  })
}

function roomFor(size: number): Uint8Array | undefined {
  try {
    return new Uint8Array(new SharedArrayBuffer(size))
  } catch (cause) {
    // The system gives no more in one piece: then it is read piece by piece.
    if (!(cause instanceof RangeError)) throw cause
    return undefined
  }
}

/** Are these bytes there? */
export function isFilled({ blocks }: KeptPack, from: number, to: number): boolean {
  const last = Math.floor((to - 1) / BLOCK_BYTES)
  for (let block = Math.floor(from / BLOCK_BYTES); block <= last; block++) {
    if (Atomics.load(blocks, block) === 0) return false
  }
  return true
}

/** Sees to it that these bytes are there. Two threads that come for a block at once both read it: they write the same. */
export function fillPack({ bytes, blocks }: KeptPack, descriptor: number, from: number, to: number): void {
  const last = Math.floor((to - 1) / BLOCK_BYTES)
  for (let block = Math.floor(from / BLOCK_BYTES); block <= last; block++) {
    if (Atomics.load(blocks, block) === 1) continue
    const start = block * BLOCK_BYTES
    // What is missing of a pack that is shorter than it was stays zeros, and no entry's checksum is right over them.
    readAt(descriptor, bytes, start, Math.min(BLOCK_BYTES, bytes.length - start), start)
    Atomics.store(blocks, block, 1)
  }
}
