import { OBJECT_KERNEL } from '../generated/object-kernel.ts'
import { instantiate } from './instantiate.ts'
import { kernelRuns } from './kernel-runs.ts'
import { growTo, type WasmMemory } from './wasm-memory.ts'

/** Tables for codes (assembly/layout-pack.ts), behind an address that is none. */
const TABLES_AT = 64
const TABLES_BYTES = 32 * 1024
const OUTPUT_AT = TABLES_AT + TABLES_BYTES
/** Behind an output may be written, behind an input be read (assembly/inflate.ts). */
const SLACK = 320
const CHECKSUM_BYTES = 4

interface Exports {
  readonly memory: WasmMemory
  readonly inflatedSize: { readonly value: number }
  prepareInflate(state: number): void
  inflateWithin(state: number, input: number, end: number, output: number, room: number): number
  adler32(at: number, end: number): number
}

interface Inflated {
  /** In the kernel's memory: the next call writes there. */
  readonly bytes: Uint8Array
  /** Bytes of input, the checksum's included. */
  readonly used: number
}

/** What the zlib stream at the start of `deflated` holds, its checksum compared. undefined: it is damaged, or there is no room for it. */
export type Inflater = (deflated: Uint8Array) => Inflated | undefined

/** For streams of at most `room` bytes, both ways. undefined where there is no WebAssembly, or no SIMD. */
export function createInflater(room: number): Inflater | undefined {
  if (!kernelRuns(OBJECT_KERNEL)) return undefined
  const kernel = instantiate<Exports>(OBJECT_KERNEL)
  const inputAt = OUTPUT_AT + room + SLACK
  growTo(kernel.memory, inputAt + room + SLACK)
  const memory = new Uint8Array(kernel.memory.buffer)
  kernel.prepareInflate(TABLES_AT)
  return deflated => {
    if (deflated.length > room) return undefined
    memory.set(deflated, inputAt)
    const used = kernel.inflateWithin(TABLES_AT, inputAt, inputAt + deflated.length, OUTPUT_AT, room)
    if (used === 0) return undefined
    const end = OUTPUT_AT + kernel.inflatedSize.value
    const sum = kernel.adler32(OUTPUT_AT, end) >>> 0
    return sum === bigEndian(deflated, used - CHECKSUM_BYTES)
      ? { bytes: memory.subarray(OUTPUT_AT, end), used }
      : undefined
  }
}

function bigEndian(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
}
