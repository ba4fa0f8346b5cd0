import { PAGE_BYTES, type WasmMemory } from './wasm-memory.ts'

/** Smallest piece, as a power of two: most deltas and their results fit. */
const LEAST_BITS = 12
/** Room for four of the largest objects and what is found in them: past this an object is read in another way. */
const MAX_BYTES = 320 * 1024 * 1024
/** From this size on, as a power of two, a free piece of up to four times the size is taken before memory grows: walks of small objects and large ones take turns. */
const LENT_BITS = 17
const MOST_WIDER = 2
/** Memory grows by a quarter, so that it is not copied again and again. */
const GROWTH = 4

/** No room for an object: it is to be read in another way. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError'
}

/**
 * Memory of the pack kernel in pieces whose sizes are powers of two: what is given back waits for the next of its size. A walk holds a handful of objects
 * at a time, so that this wastes less than it would cost to be clever.
 */
export class PackMemory {
  bytes: Uint8Array
  words: Uint32Array
  readonly #memory: WasmMemory
  readonly #free: number[][] = Array.from({ length: 32 }, () => [])
  /** Pieces that are larger than they had to be, by their addresses: what power of two they are. */
  readonly #lent = new Map<number, number>()
  #end: number

  /** `reserved`: bytes from address 0 on that are in use already. */
  constructor(memory: WasmMemory, reserved: number) {
    this.#memory = memory
    this.#end = 0
    this.bytes = new Uint8Array(memory.buffer)
    this.words = new Uint32Array(memory.buffer)
    this.reserve(reserved)
  }

  /** Memory that is never given back, on a multiple of 64. */
  reserve(size: number): number {
    const at = this.#end
    const end = at + Math.ceil(size / 64) * 64
    if (end > MAX_BYTES) throw new NoRoomError(`${end} bytes`)
    const missing = end - this.bytes.length
    if (missing > 0) {
      const most = MAX_BYTES + PAGE_BYTES - this.bytes.length
      const wanted = Math.min(Math.max(missing, this.bytes.length / GROWTH), most)
      this.#grow(Math.ceil(wanted / PAGE_BYTES), Math.ceil(missing / PAGE_BYTES))
    }
    this.#end = end
    return at
  }

  allocate(size: number): number {
    // The powers of two are counted in 32 bits.
    if (size > MAX_BYTES) throw new NoRoomError(`${size} bytes`)
    const bits = bitsFor(size)
    return this.#free[bits]!.pop() ?? this.#wider(bits) ?? this.reserve(2 ** bits)
  }

  /** `size`: what was asked for. */
  free(address: number, size: number): void {
    const bits = bitsFor(size)
    if (bits < LENT_BITS) this.#free[bits]!.push(address)
    else {
      this.#free[this.#lent.get(address) ?? bits]!.push(address)
      this.#lent.delete(address)
    }
  }

  #wider(bits: number): number | undefined {
    if (bits < LENT_BITS) return undefined
    for (let wider = bits + 1; wider <= bits + MOST_WIDER; wider++) {
      const address = this.#free[wider]?.pop()
      if (address === undefined) continue
      this.#lent.set(address, wider)
      return address
    }
    return undefined
  }

  #grow(pages: number, least: number): void {
    try {
      this.#memory.grow(pages)
    } catch {
      try {
        this.#memory.grow(least)
      } catch (cause) {
        throw new NoRoomError('the system gives no more memory', { cause })
      }
    }
    this.bytes = new Uint8Array(this.#memory.buffer)
    this.words = new Uint32Array(this.#memory.buffer)
  }
}

function bitsFor(size: number): number {
  return size <= 1 << LEAST_BITS ? LEAST_BITS : 32 - Math.clz32(size - 1)
}
