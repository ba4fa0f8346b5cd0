import type { Check } from './check.ts'
import { jsonFromBase64 } from './json-from-base64.ts'
import { printable } from './printable.ts'

const FORM = /^glc_([A-Za-z0-9+/_-]{20,600}={0,2})$/

/** An access policy token holds JSON: organisation (o), name (n), key (k), region (m.r). */
export const grafanaCloud: Check = secret => {
  const form = FORM.exec(secret)
  if (!form) return undefined
  const claims = jsonFromBase64(form[1]!)
  if (typeof claims?.k !== 'string') {
    return {
      says: 'lower',
      verdict: { structure: 'invalid' },
      why: 'it decodes to no access policy token: cut or made up',
    }
  }
  const organisation = printable(String(claims.o ?? ''))
  return {
    says: 'confirm',
    verdict: { structure: 'valid', ...(organisation && { organisation }) },
    why: organisation ? `a token of organisation ${organisation}` : 'a whole access policy token',
  }
}
