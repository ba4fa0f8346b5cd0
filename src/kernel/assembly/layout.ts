/**
 * Memory, as the loader (src/kernel/wasm-finder.ts) lays it out:
 *
 *   0        header, HEADER_BYTES: the words below, little endian
 *            filter: 2^15 words, and a bit for each of these, see find.ts; place and size are fixed, so that the innermost loop has them as constants
 *            notes of the batch that is gone through: WINDOWS, LISTS
 *            list starts: u32 each; one list per slot, then one per second byte, then the end
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
@inline export const HITS_PER_WINDOW: usize = 16
/** Written by find: how many hits it left. */
// @ts-ignore: decorator
@inline export const HIT_COUNT: usize = 20

/** After the header. */
// @ts-ignore: decorator
@inline export const FILTER: usize = 64
/** Behind it, a bit for each of its places. */
// @ts-ignore: decorator
@inline export const PARTLY: usize = FILTER + (4 << 15)
/** So much of a text is gone through at once: a list of windows that the filter lets through, then one of those with literals to compare. */
// @ts-ignore: decorator
@inline export const BATCH_BYTES: usize = 512
/** u32 each. */
// @ts-ignore: decorator
@inline export const WINDOWS: usize = PARTLY + (1 << 12)
/** u32 window, u32 list of literals, up to three a window: what is written does not count yet, so that there is room for some more. Ends 12 · BATCH_BYTES + 64 bytes on. */
// @ts-ignore: decorator
@inline export const LISTS: usize = WINDOWS + 2 * BATCH_BYTES + 64
/** Of a 32-bit product, to its place in the filter of 2^15 words. */
// @ts-ignore: decorator
@inline export const FILTER_SHIFT: u32 = 17

/**
 * u32 address of the pattern, u16 length, u16 anchor, i16 offset of the window in the literal; i16 where, counted from the window, four other bytes of the
 * literal stand, u32 mask of these, u32 bytes: a look at them ends nearly all candidates, and needs no pattern, which lies anywhere in memory.
 */
// @ts-ignore: decorator
@inline export const ENTRY_BYTES: usize = 20
// @ts-ignore: decorator
@inline export const HIT_BYTES: usize = 8

/**
 * Multiplied with a little-endian u32, this drops the fourth byte and lets the third decide on no more than the top five bits: a window whose
 * third byte may be any then fills 32 places of the filter, not 256. Of several odd factors the one with the fewest clashes over source text.
 */
// @ts-ignore: decorator
@inline export const FILTER_HASH: u32 = 0x27d4eb2f << 11
/** Knuth's multiplicative constant. */
// @ts-ignore: decorator
@inline export const SLOT_HASH: u32 = 0x9e3779b1
/** Drops the fourth byte: for windows of which any may be the fourth. */
// @ts-ignore: decorator
@inline export const THREE_HASH: u32 = 0x9e3779b1 << 8
/** Lower case: both cases of a letter share a place in the filter, which has no eye for this bit in the third and fourth byte, and a slot. */
// @ts-ignore: decorator
@inline export const FOLD: u32 = 0x20202020
// @ts-ignore: decorator
@inline export const FOLD_TWO: u32 = 0x2020
