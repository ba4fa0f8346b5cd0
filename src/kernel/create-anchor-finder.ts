import type { Anchor, AnchorFinder, AnchorHits, StoredAnchorTable } from '../types.ts'
import { buildAnchorTable } from './anchor-table.ts'
import { createJavaScriptFinder } from './javascript-finder.ts'
import { storedTable } from './stored-table.ts'
import { createWasmFinder } from './wasm-finder.ts'

export interface AnchorFinderOptions {
  /** Only this one. Otherwise what is faster, and JavaScript where WebAssembly SIMD is not there. */
  readonly use?: AnchorFinder['kind']
  /** Bytes handed to the kernel at once. */
  readonly chunkBytes?: number
  /** A table of these very anchors that was made before; most of the kernel's start is to make one. */
  readonly table?: () => StoredAnchorTable
}

/** `kind` tells what the latest `find` was done by; before the first, what it starts with. Neither twin is made before it is needed. */
export function createAnchorFinder(anchors: () => readonly Anchor[], options: AnchorFinderOptions = {}): AnchorFinder {
  if (options.use === 'javascript') return createJavaScriptFinder(anchors())
  const table = options.table ?? (() => storedTable(buildAnchorTable(anchors())))
  if (options.use === 'wasm') return createWasmFinder(table(), options.chunkBytes)
  return new LazyFinder(anchors, table, options.table ? 0 : KERNEL_PAYS_FROM, options.chunkBytes)
}

/**
 * Bytes, of all inputs so far, from which the kernel pays for its start. In a fresh process with 175 anchors the twin takes 1.0 ms in all for
 * 2 kB, 2.5 ms for 5 kB and 2.8 ms for 10 kB, as nothing is compiled yet; the kernel 2.1 ms for each, most of it for its table
 * (bench/kernel/start.mjs).
 */
const KERNEL_PAYS_FROM = 4 * 1024

class LazyFinder implements AnchorFinder {
  readonly #anchors: () => readonly Anchor[]
  readonly #table: () => StoredAnchorTable
  readonly #paysFrom: number
  readonly #chunkBytes: number | undefined
  #seen = 0
  #finder: AnchorFinder | undefined
  #settled = false

  constructor(
    anchors: () => readonly Anchor[],
    table: () => StoredAnchorTable,
    paysFrom: number,
    chunkBytes: number | undefined,
  ) {
    this.#anchors = anchors
    this.#table = table
    this.#paysFrom = paysFrom
    this.#chunkBytes = chunkBytes
  }

  get kind(): AnchorFinder['kind'] {
    return this.#finder?.kind ?? 'javascript'
  }

  find(bytes: Uint8Array): AnchorHits {
    this.#seen += bytes.length
    if (!this.#settled && this.#seen >= this.#paysFrom) {
      this.#settled = true
      this.#finder = this.#kernel() ?? this.#finder
    }
    this.#finder ??= createJavaScriptFinder(this.#anchors())
    return this.#finder.find(bytes)
  }

  /** The table is made first and outside: what is wrong with the anchors is no reason to fall back. */
  #kernel(): AnchorFinder | undefined {
    const table = this.#table()
    try {
      return createWasmFinder(table, this.#chunkBytes)
    } catch {
      // No WebAssembly (--jitless), no SIMD (processors without SSE4.1), no memory for it: the twin gives the same hits.
      return undefined
    }
  }
}
