import type { Budget } from './decoded.ts'

/** A jar in a zip in a tar in gzip is four; what is deeper was made to be deep (https://research.swtch.com/zip). */
export const MAX_DEPTH = 4
/** The largest file of an archive that is held in memory at once. */
export const MAX_ENTRY_BYTES = 128 * 1024 * 1024
/** The same where unpacking is slow (bzip2, xz: some 10 MB a second). */
export const MAX_SLOW_BYTES = 32 * 1024 * 1024
/** Of a whole blob, nested archives included: some two seconds. */
const MAX_DECODED_BYTES = 512 * 1024 * 1024
/** Files of all archives in a blob: the JDK's own largest jar has some 30,000. */
const MAX_ENTRIES = 50_000
/** Encoded texts in a blob: a file of a thousand Kubernetes Secrets has fewer. */
const MAX_TEXTS = 10_000
/** Deflate makes at most 1,032 of one; logs and tables reach 50. Small files may have any ratio. */
export const MAX_RATIO = 200
export const RATIO_COUNTS_FROM = 4 * 1024 * 1024
/** A text is held as a string, with tables of where what stands. */
export const MAX_TEXT_BYTES = 32 * 1024 * 1024

/**
 * Bytes either side of a mark that decide what comes of it, where it is not `whole`: the longest secret (a private key, 26 kB) in base64 of
 * base64, with line ends between.
 */
export const DECODE_REACH = 64 * 1024

export function newBudget(): Budget {
  return { bytes: MAX_DECODED_BYTES, entries: MAX_ENTRIES, texts: MAX_TEXTS, unread: [] }
}
