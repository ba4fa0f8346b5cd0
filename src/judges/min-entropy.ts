import type { Judge } from '../types.ts'
import { entropyOf } from './entropy-of.ts'
import { secretOf } from './secret-of.ts'

/** What a rule asks for at least. */
export const minEntropy: Judge = one => {
  const asked = one.match.rule.minEntropy
  if (asked <= 0) return undefined
  const bits = Math.round(entropyOf(secretOf(one)) * 100) / 100
  const verdict = { entropy: bits }
  if (bits < asked) return { says: 'drop', verdict, why: `entropy ${bits} below ${asked} bits a character` }
  return { says: 'note', verdict, why: `entropy ${bits} bits a character` }
}
