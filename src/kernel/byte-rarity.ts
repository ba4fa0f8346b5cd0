/**
 * How rare each byte is in source code: -2 · log2(frequency), over the blobs of some hundred versions of JavaScript, TypeScript, C, Markdown
 * and JSON files, from 0x20 to 0x7e. A larger number is rarer.
 */
const PRINTABLE = [
  4, 20, 16, 20, 22, 34, 19, 14, 12, 12, 17, 20, 13, 16, 13, 13, 16, 15, 16, 17, 17, 17, 18, 18, 18, 18, 13, 22, 17, 14,
  15, 21, 20, 18, 18, 16, 19, 16, 19, 22, 19, 18, 23, 22, 19, 18, 17, 18, 17, 23, 17, 16, 16, 20, 19, 21, 22, 23, 24,
  17, 22, 17, 24, 16, 17, 10, 14, 11, 11, 8, 13, 14, 13, 10, 18, 16, 11, 12, 9, 9, 11, 21, 10, 10, 9, 12, 14, 16, 15,
  14, 21, 14, 19, 14, 32,
]
const LINE_FEED = 10
const ELSEWHERE = 34

/** Estimated share of each byte in the text to be scanned. */
export function byteShares(): Float64Array {
  const shares = new Float64Array(256).fill(2 ** (-ELSEWHERE / 2))
  PRINTABLE.forEach((rarity, i) => {
    shares[0x20 + i] = 2 ** (-rarity / 2)
  })
  shares[0x0a] = 2 ** (-LINE_FEED / 2)
  return shares
}
