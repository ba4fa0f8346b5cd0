/** Deflate never makes data that does not compress longer than this: 5 bytes for each stored block of 16 KiB, and the frame. */
const OVERHEAD = 1.001
const FRAME_BYTES = 128

/** Deflate's best: 258 bytes for two bits, and its frame. A header that promises more lies. */
export const MAX_DEFLATE_RATIO = 1032

/** So many bytes deflated data of this size takes at most. */
export function deflatedAtMost(size: number): number {
  return Math.ceil(size * OVERHEAD) + FRAME_BYTES
}
