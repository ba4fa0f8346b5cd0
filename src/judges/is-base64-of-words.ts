import { base64Text } from './base64-text.ts'
import { writtenBits } from './written-bits.ts'

/** Of `user:password` another judge says what it is worth. */
export function isBase64OfWords(value: string): boolean {
  const text = base64Text(value)
  return text !== undefined && !text.includes(':') && writtenBits(text) >= 0
}
