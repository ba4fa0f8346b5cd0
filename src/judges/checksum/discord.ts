import type { Check } from './check.ts'

const FORM = /^([A-Za-z0-9_-]{23,28})\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,40}$/
/** Snowflakes: 17 digits in 2015, 19 now. */
const ID = /^\d{17,20}$/

/** A bot's token begins with its id in base64. */
export const discord: Check = secret => {
  const form = FORM.exec(secret)
  if (!form) return undefined
  const id = Buffer.from(form[1]!, 'base64url').toString('latin1')
  return ID.test(id)
    ? { says: 'confirm', verdict: { structure: 'valid', bot: id }, why: `the token of bot ${id}` }
    : { says: 'doubt', verdict: { structure: 'invalid' }, why: 'its first part is no id' }
}
