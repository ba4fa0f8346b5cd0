import { bech32Sum } from './bech32-sum.ts'
import type { Check } from './check.ts'
import { summed } from './summed.ts'

const FORM = /^(age-secret-key-(?:pq-)?)1([02-9ac-hj-np-z]{20,100})$/

/** `AGE-SECRET-KEY-1…` is bech32, sum included. */
export const age: Check = secret => {
  const form = FORM.exec(secret.toLowerCase())
  return form ? summed(bech32Sum(form[1]!, form[2]!) === 1) : undefined
}
