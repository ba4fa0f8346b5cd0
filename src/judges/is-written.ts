import { writtenBits } from './written-bits.ts'

/** Bits from which on a text counts as written. One of a thousand random values of 16 lower-case letters gets there, of mixed ones none. */
const WRITTEN = 4

/** Is it made of words? */
export function isWritten(text: string): boolean {
  return writtenBits(text) >= WRITTEN
}
