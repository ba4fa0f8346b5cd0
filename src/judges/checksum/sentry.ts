import type { Check } from './check.ts'
import { jsonFromBase64 } from './json-from-base64.ts'
import { printable } from './printable.ts'

const FORM = /^sntrys_([A-Za-z0-9+/=_-]{20,500}?)_[A-Za-z0-9+/=_-]{43}=?$/

/** An organisation's token holds JSON that names it. https://github.com/getsentry/rfcs/blob/main/text/0091-ci-upload-tokens.md */
export const sentry: Check = secret => {
  const form = FORM.exec(secret)
  if (!form) return undefined
  const claims = jsonFromBase64(form[1]!)
  if (!claims) return { says: 'lower', verdict: { structure: 'invalid' }, why: 'its first part is no JSON' }
  const organisation = printable(claims.org)
  const host = printable(claims.url)
  const verdict = { structure: 'valid', ...(organisation && { organisation }), ...(host && { host }) }
  return {
    says: 'confirm',
    verdict,
    why: organisation ? `a token of organisation ${organisation}` : 'its first part decodes',
  }
}
