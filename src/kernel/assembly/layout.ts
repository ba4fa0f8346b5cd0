/**
 * Memory, as the loader (src/kernel/wasm-finder.ts) lays it out:
 *
 *   0        header, HEADER_BYTES: the words below, little endian
 *            filter: 2^17 bytes, and a bit for each of these, see find.ts; place and size are fixed, so that the innermost loop has them as constants
 *            list starts: u32 each; one list per slot, then one per middle byte, then one for "any middle byte", then the end
 *            entries: ENTRY_BYTES each
 *            patterns: per block of 16 bytes of a literal, 16 bytes of text and 16 bytes of mask
 *   -------- end of the image that src/kernel/anchor-table.ts makes
 *            hits: u32 position (from the start of the input), u32 anchor
 *            input: one chunk, and INPUT_SLACK bytes that may be read past its end and hold anything
 *
 * What a later function needs (a delta's base, its result) goes after the input; every address is passed as an argument or stands in the header.
 */

// @ts-ignore: decorator
@inline export const STARTS: usize = 0
// @ts-ignore: decorator
@inline export const SLOT_SHIFT: usize = 4
// @ts-ignore: decorator
@inline export const MIDDLES: usize = 8
// @ts-ignore: decorator
@inline export const ENTRIES: usize = 12
// @ts-ignore: decorator
@inline export const HITS_PER_BLOCK: usize = 16
/** Written by find: how many hits it left. */
// @ts-ignore: decorator
@inline export const HIT_COUNT: usize = 20

/** After the header. */
// @ts-ignore: decorator
@inline export const FILTER: usize = 64
/** Behind it, a bit for each of its places. */
// @ts-ignore: decorator
@inline export const PARTLY: usize = FILTER + (1 << 17)
/** Of a 32-bit product, to its place in the filter of 2^17 bytes. */
// @ts-ignore: decorator
@inline export const FILTER_SHIFT: u32 = 15

/** u32 address of the pattern, u16 length, u16 anchor, i16 offset of the window in the literal, u16 unused. */
// @ts-ignore: decorator
@inline export const ENTRY_BYTES: usize = 12
// @ts-ignore: decorator
@inline export const HIT_BYTES: usize = 8

/**
 * Multiplied with a little-endian u32, this drops the fourth byte and lets the third decide on no more than the top five bits: a window whose
 * third byte may be any then fills 32 places of the filter, not 256. Of several odd factors the one with the fewest clashes over source text.
 */
// @ts-ignore: decorator
@inline export const FILTER_HASH: u32 = 0x27d4eb2f << 11
/** Knuth's multiplicative constant, times 256: drops the fourth byte. */
// @ts-ignore: decorator
@inline export const SLOT_HASH: u32 = 0x9e3779b1 << 8
/** Lower case, for the slot of a window: both cases of a letter share one. */
// @ts-ignore: decorator
@inline export const FOLD: u32 = 0x20202020
