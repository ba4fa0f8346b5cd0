/**
 * Memory of the pack reader, addresses passed as arguments; what each function needs beside input and output:
 *
 *   inflate tables, INFLATE_BYTES at the address that `prepareInflate` was given:
 *     fixed literal/length table, fixed distance table: made once
 *     dynamic literal/length table, dynamic distance table: made anew for each block that brings its own
 *     precode table, code lengths, symbols sorted by length, counts, symbols in use
 *     meanings of symbols: made once
 */

/** Bits looked up at once; a longer code goes on in a second table behind the first. */
// @ts-ignore: decorator
@inline export const LITERAL_BITS: u32 = 10
// @ts-ignore: decorator
@inline export const DISTANCE_BITS: u32 = 8
// @ts-ignore: decorator
@inline export const PRECODE_BITS: u32 = 7

/** Entries that the largest codes of 15 bits need with these first bits: 1334 and 402 by zlib's examples/enough.c; rounded up. */
// @ts-ignore: decorator
@inline export const LITERAL_ENTRIES: usize = 1408
// @ts-ignore: decorator
@inline export const DISTANCE_ENTRIES: usize = 448

// @ts-ignore: decorator
@inline export const FIXED_LITERALS: usize = 0
// @ts-ignore: decorator
@inline export const FIXED_DISTANCES: usize = FIXED_LITERALS + LITERAL_ENTRIES * 4
// @ts-ignore: decorator
@inline export const LITERALS: usize = FIXED_DISTANCES + DISTANCE_ENTRIES * 4
// @ts-ignore: decorator
@inline export const DISTANCES: usize = LITERALS + LITERAL_ENTRIES * 4
// @ts-ignore: decorator
@inline export const PRECODES: usize = DISTANCES + DISTANCE_ENTRIES * 4
/** One byte a symbol: 288 literals and lengths and 32 distances, and room for a run that is too long. */
// @ts-ignore: decorator
@inline export const LENGTHS: usize = PRECODES + 128 * 4
// @ts-ignore: decorator
@inline export const SORTED: usize = LENGTHS + 512
/** Two u32 for each length: how many codes there are, where the next goes. */
// @ts-ignore: decorator
@inline export const COUNTS: usize = SORTED + 320 * 2
/** Symbols that occur, 12 bits, and the length of their code, four. */
// @ts-ignore: decorator
@inline export const USED: usize = COUNTS + 16 * 8
/** Of each symbol what it stands for: made once. */
// @ts-ignore: decorator
@inline export const LITERAL_MEANINGS: usize = USED + 320 * 2
// @ts-ignore: decorator
@inline export const DISTANCE_MEANINGS: usize = LITERAL_MEANINGS + 288 * 4
// @ts-ignore: decorator
@inline export const PRECODE_MEANINGS: usize = DISTANCE_MEANINGS + 32 * 4
// @ts-ignore: decorator
@inline export const INFLATE_BYTES: usize = PRECODE_MEANINGS + 32 * 4
