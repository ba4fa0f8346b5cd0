import type { Judge } from '../types.ts'
import { entropyVerdict } from './entropy-verdict.ts'
import { secretOf } from './secret-of.ts'

/** What a rule asks for at least. */
export const minEntropy: Judge = one => {
  const asked = one.match.rule.minEntropy
  if (asked <= 0) return undefined
  const verdict = entropyVerdict(secretOf(one))
  const { entropy: bits } = verdict
  if (bits < asked) return { says: 'drop', verdict, why: `entropy ${bits} below ${asked} bits a character` }
  return { says: 'note', verdict, why: `entropy ${bits} bits a character` }
}
