import { createInflater, type Inflater } from '../kernel/create-inflater.ts'

/** Nearly every file of source code; a longer one takes so long that to load node:zlib for it does not count. */
const MOST_BYTES = 256 * 1024

let inflater: Inflater | undefined
let isAsked = false

/**
 * What a whole zlib stream inflates to, in memory that the next call uses again. undefined: it is longer than that memory, something is wrong with it, or
 * there is no kernel here; node:zlib knows. Where something else stands behind it, its `size` must be known.
 */
export function inflateQuickly(deflated: Uint8Array, size?: number): Uint8Array | undefined {
  if (!isAsked) {
    isAsked = true
    inflater = createInflater(MOST_BYTES)
  }
  const inflated = inflater?.(deflated)
  if (inflated === undefined) return undefined
  const { bytes, used } = inflated
  return (size === undefined ? used === deflated.length : bytes.length === size) ? bytes : undefined
}
