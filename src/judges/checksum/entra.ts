import type { Check } from './check.ts'
import { marvin32 } from './marvin32.ts'
import { summed } from './summed.ts'

const DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~'
const SEED = 'AadPwd00'
/** Three characters, `8Q~`, the rest; forty in all. */
const FORM = /^[A-Za-z0-9._~-]{3}8Q~[A-Za-z0-9._~-]{31,34}$/

/** The first three of six digits of the sum: too short to reject by, since not all issuers put it there. */
export const entra: Check = secret => {
  if (!FORM.test(secret)) return undefined
  let rest = marvin32(Buffer.from(secret.slice(0, -3), 'latin1'), SEED)
  let digits = ''
  for (let place = 0; place < 6; place++) {
    digits = DIGITS[rest % DIGITS.length]! + digits
    rest = Math.floor(rest / DIGITS.length)
  }
  return digits.slice(0, 3) === secret.slice(-3) ? summed(true) : undefined
}
