import { writtenBits } from './written-bits.ts'

/** Bits a character below which a text counts as made by a machine: the median of random text is -1.4, of words +0.9. */
const MADE = -0.8

/** Do its characters follow one another by chance? Of short texts this tells little: whoever asks says how long they have to be. */
export function isRandom(text: string): boolean {
  return writtenBits(text) <= MADE * text.length
}
