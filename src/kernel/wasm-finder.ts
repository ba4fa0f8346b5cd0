import { KERNEL } from '../generated/kernel.ts'
import type { AnchorFinder, StoredAnchorTable } from '../types.ts'
import { HitList } from './hit-list.ts'
import { instantiate } from './instantiate.ts'
import { MAX_INPUT_BYTES } from './max-input-bytes.ts'
import { growTo, type WasmMemory } from './wasm-memory.ts'

/** Input is copied into the kernel in pieces of this size: small enough for the second-level cache, large enough that calls cost nothing. */
const CHUNK_BYTES = 256 * 1024
/** Room for hits before the kernel has to stop and hand them over. */
const HITS = 4096
const HIT_BYTES = 8
/** The kernel reads whole blocks: this many bytes past the input's end may be read and hold anything. */
const INPUT_SLACK = 64
/** Header word where the kernel leaves the number of hits (assembly/layout.ts). */
const HIT_COUNT_WORD = 5

interface Kernel {
  readonly memory: WasmMemory
  find(input: number, at: number, end: number, limit: number, hits: number, capacity: number): number
}

/** Throws where WebAssembly or its SIMD is not there. */
export function createWasmFinder(table: StoredAnchorTable, chunkBytes = CHUNK_BYTES): AnchorFinder {
  const { size, longest, hitsPerWindow } = table
  const overlap = Math.max(longest - 1, 0)
  const chunk = Math.max(chunkBytes, 2 * overlap + 1)
  const capacity = Math.max(HITS, hitsPerWindow)
  const hitsAt = roundUp(size, 16)
  const inputAt = roundUp(hitsAt + capacity * HIT_BYTES, 16)

  const kernel = instantiate<Kernel>(KERNEL)
  growTo(kernel.memory, inputAt + chunk + INPUT_SLACK)
  const memory = new Uint8Array(kernel.memory.buffer)
  const words = new Uint32Array(kernel.memory.buffer)
  table.copyTo(memory)
  const found = new HitList()

  /** Finds what starts in the first `starts` of the `length` bytes that lie in the kernel's memory. */
  function findInChunk(length: number, starts: number, base: number): void {
    const end = inputAt + length
    let at = inputAt
    while (at < end) {
      at = kernel.find(inputAt, at, end, inputAt + starts, hitsAt, capacity)
      const count = words[HIT_COUNT_WORD]!
      for (let hit = hitsAt >>> 2, i = 0; i < count; i++, hit += 2) found.add(base + words[hit]!, words[hit + 1]!)
    }
  }

  return {
    kind: 'wasm',
    find(bytes) {
      if (bytes.length > MAX_INPUT_BYTES) throw new RangeError(`${bytes.length} bytes; ${MAX_INPUT_BYTES} is the most`)
      found.clear()
      // A hit belongs to the chunk where it starts far enough from the end for the longest anchor: so each is found once.
      for (let base = 0; base < bytes.length; base += chunk - overlap) {
        const length = Math.min(chunk, bytes.length - base)
        const last = base + length === bytes.length
        memory.set(length === bytes.length ? bytes : bytes.subarray(base, base + length), inputAt)
        findInChunk(length, last ? length : length - overlap, base)
        if (last) break
      }
      return found
    },
  }
}

const roundUp = (value: number, to: number) => Math.ceil(value / to) * to
