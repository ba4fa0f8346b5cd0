import { read } from 'node:fs'
import { BLOCK_BYTES, type KeptPack } from './kept-packs.ts'

/** Of blocks. While the main thread is at work for long nobody asks for the next piece. */
const PIECE_BLOCKS = 256
/** More would take the processors from those who have work for them. */
const AT_ONCE = 2

export interface FillAhead {
  /** Reads no further. Until then descriptors have to stay open. */
  stop(): Promise<unknown>
}

/**
 * Reads packs that are kept from front to back, in threads of the system: to find memory for them takes longer than to copy them there (65 ms of 77 for 74
 * MB), and until there is a forest to walk through one thread alone is at work. Nobody waits for it: what is not there yet, or cannot be read, is read
 * by whoever needs it.
 */
export function fillAhead(kept: readonly (KeptPack | undefined)[], descriptors: readonly number[]): FillAhead {
  const reading = new Set<Promise<void>>()
  let pack = 0
  let block = 0
  let isOver = false

  /** Asks `kept` each time and holds on to none: packs that are let go are a good part of all memory. */
  function nextPiece(): Promise<void> | undefined {
    for (; pack < kept.length && !isOver; pack++, block = 0) {
      const first = block
      const one = kept[pack]
      if (!one || first >= one.blocks.length) continue
      block += PIECE_BLOCKS
      return fillPiece(one, descriptors[pack]!, first)
    }
    return undefined
  }

  function begin(): void {
    const piece = nextPiece()
    if (!piece) return
    const done = piece.then(() => {
      reading.delete(done)
      begin()
    })
    reading.add(done)
  }

  for (let i = 0; i < AT_ONCE; i++) begin()
  return {
    stop() {
      isOver = true
      return Promise.all(reading)
    },
  }
}

function fillPiece({ bytes, blocks }: KeptPack, descriptor: number, first: number): Promise<void> {
  const from = first * BLOCK_BYTES
  const to = Math.min(from + PIECE_BLOCKS * BLOCK_BYTES, bytes.length)
  return new Promise(resolve => {
    read(descriptor, bytes, from, to - from, from, (error, count) => {
      const end = from + (error ? 0 : count)
      for (let block = first; block < blocks.length; block++) {
        if (Math.min((block + 1) * BLOCK_BYTES, bytes.length) > end) break
        Atomics.store(blocks, block, 1)
      }
      resolve()
    })
  })
}
