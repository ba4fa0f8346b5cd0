import { letterPairs } from './letter-pairs.ts'

const PIECES = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[^A-Za-z0-9]+/g
const SEPARATOR = /^(?:[-_. /:,]|::|->)$/

function bitsOf(piece: string): number {
  const first = piece.charCodeAt(0)
  const isDigit = first >= 48 && first <= 57
  if (isDigit) return piece.length <= 4 ? -2 : -2 - (piece.length - 4)
  if (!/[A-Za-z]/.test(piece)) return SEPARATOR.test(piece) ? 0.5 : -piece.length
  if (piece.length === 1) return -2.5
  const pairs = letterPairs(piece.toLowerCase())
  // Of two letters little can be said, and random mixed case is full of them.
  return piece.length === 2 ? Math.min(0, pairs) - 1 : pairs + 0.5
}

/**
 * Bits that speak for a text that was written (words, identifiers, sentences, paths) and against one that was made.
 * Words joined by capitals or separators gain; changes between letters and digits, single letters and pairs of
 * letters that words do not have lose. Random values of 16 characters and more stand far below zero.
 */
export function writtenBits(text: string): number {
  let bits = 0
  for (const piece of text.match(PIECES) ?? []) bits += bitsOf(piece)
  return bits
}
