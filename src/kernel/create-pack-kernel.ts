import { PACK_KERNEL } from '../generated/pack-kernel.ts'
import type { AnchorTable } from '../types.ts'
import { instantiate } from './instantiate.ts'
import { kernelRuns } from './kernel-runs.ts'
import { PackMemory } from './pack-memory.ts'
import type { WasmMemory } from './wasm-memory.ts'

/** Bytes behind an output that inflating and applying may write over; behind an input that may be read. */
export const PACK_SLACK = 320

const INFLATE_BYTES = 32 * 1024
const CRC_TABLE_BYTES = 8 * 1024
/** Address 0 says "none", where there is no table of anchors. */
const RESERVED_BYTES = 64

interface Exports {
  readonly memory: WasmMemory
  readonly newEntries: { readonly value: number }
  readonly keptRuns: { readonly value: number }
  prepareInflate(state: number): void
  inflate(state: number, input: number, end: number, output: number, size: number): number
  prepareCrc32(table: number): void
  crc32(table: number, at: number, end: number, crc: number): number
  adler32(at: number, end: number): number
  deltaResultSize(delta: number, end: number): number
  copiesIn(delta: number, end: number): number
  applyDelta(
    base: number,
    baseSize: number,
    delta: number,
    end: number,
    output: number,
    size: number,
    runs: number,
  ): number
  findInDelta(
    input: number,
    size: number,
    runs: number,
    runCount: number,
    baseHits: number,
    baseCount: number,
    reaches: number,
    longest: number,
    hits: number,
    capacity: number,
    scratch: number,
    scratchCapacity: number,
  ): number
  changedStretches(
    input: number,
    size: number,
    hits: number,
    count: number,
    reaches: number,
    anchorCount: number,
    runs: number,
    runCount: number,
    baseSize: number,
    life: number,
    kept: number,
    stretches: number,
  ): number
  liveHits(
    input: number,
    size: number,
    hits: number,
    count: number,
    reaches: number,
    anchorCount: number,
    life: number,
    kept: number,
  ): number
  allStretches(
    size: number,
    hits: number,
    count: number,
    reaches: number,
    anchorCount: number,
    margin: number,
    stretches: number,
  ): number
  marksAmong(hits: number, count: number, anchorCount: number, marks: number): number
  treeEntries(
    tree: number,
    size: number,
    idBytes: number,
    runs: number,
    runCount: number,
    baseEntries: number,
    baseCount: number,
    entries: number,
    fresh: number,
    kept: number,
  ): number
}

/** What the kernel says of damaged data, read as an unsigned number. */
export const DAMAGED = 0xffff_ffff
/** And of too many hits. */
export const FULL = 0xffff_ffff

/** Elsewhere git reads all objects. */
export function packKernelRuns(): boolean {
  return kernelRuns(PACK_KERNEL)
}

/**
 * The pack kernel with memory of its own. Addresses are bytes into `memory.bytes`; whatever reads them takes `memory.bytes` anew after anything was
 * allocated, as growing replaces it. Throws where WebAssembly or its SIMD is not there.
 */
export interface PackKernel {
  readonly memory: PackMemory
  /** True where the zlib stream at `input` gave exactly `size` bytes at `output`. */
  inflate(input: number, end: number, output: number, size: number): boolean
  crc32(at: number, end: number): number
  adler32(at: number, end: number): number
  deltaResultSize(delta: number, end: number): number
  copiesIn(delta: number, end: number): number
  /** How many runs were copied, or DAMAGED. */
  applyDelta(...args: Parameters<Exports['applyDelta']>): number
  /** See assembly/find-in-delta.ts. FULL: no room for so many hits. */
  findInDelta(...args: Parameters<Exports['findInDelta']>): number
  changedStretches(...args: Parameters<Exports['changedStretches']>): number
  liveHits(...args: Parameters<Exports['liveHits']>): number
  allStretches(...args: Parameters<Exports['allStretches']>): number
  marksAmong(...args: Parameters<Exports['marksAmong']>): number
  /** How many entries, or DAMAGED, and how many of them are new. */
  treeEntries(...args: Parameters<Exports['treeEntries']>): number
  newEntries(): number
  keptRuns(): number
}

export function createPackKernel(table?: AnchorTable): PackKernel {
  const kernel = instantiate<Exports>(PACK_KERNEL)
  const memory = new PackMemory(kernel.memory, table ? table.image.length : RESERVED_BYTES)
  if (table) memory.bytes.set(table.image)
  const state = memory.reserve(INFLATE_BYTES)
  const crcTable = memory.reserve(CRC_TABLE_BYTES)
  kernel.prepareInflate(state)
  kernel.prepareCrc32(crcTable)
  return {
    memory,
    inflate: (input, end, output, size) => kernel.inflate(state, input, end, output, size) !== 0,
    crc32: (at, end) => kernel.crc32(crcTable, at, end, 0) >>> 0,
    adler32: (at, end) => kernel.adler32(at, end) >>> 0,
    deltaResultSize: (delta, end) => kernel.deltaResultSize(delta, end) >>> 0,
    copiesIn: (delta, end) => kernel.copiesIn(delta, end),
    applyDelta: (...args) => kernel.applyDelta(...args) >>> 0,
    findInDelta: (...args) => kernel.findInDelta(...args) >>> 0,
    changedStretches: (...args) => kernel.changedStretches(...args),
    liveHits: (...args) => kernel.liveHits(...args),
    allStretches: (...args) => kernel.allStretches(...args),
    marksAmong: (...args) => kernel.marksAmong(...args),
    treeEntries: (...args) => kernel.treeEntries(...args) >>> 0,
    newEntries: () => kernel.newEntries.value,
    keptRuns: () => kernel.keptRuns.value,
  }
}
