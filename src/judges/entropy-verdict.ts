import { entropyOf } from './entropy-of.ts'

/** Bits a character, as reports have it. */
export function entropyVerdict(text: string): { readonly entropy: number } {
  return { entropy: Math.round(entropyOf(text) * 100) / 100 }
}
