import type { Check } from './check.ts'

/** `AKIA`, `ASIA`, `ABIA`, `ACCA` + 16 of base32. */
const FORM = /^A[KSBC][IC]A([A-Z2-7]{16})$/
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Ids made since about 2019 have their first bit set; those before hold no account. */
const WITH_ACCOUNT = BASE32.indexOf('Q')

/** No checksum, but the account that the key belongs to: who is to be told. */
export const awsAccount: Check = secret => {
  const form = FORM.exec(secret)
  if (!form || BASE32.indexOf(form[1]![0]!) < WITH_ACCOUNT) return undefined
  let bits = 0n
  for (const character of form[1]!.slice(0, 10)) bits = (bits << 5n) | BigInt(BASE32.indexOf(character))
  // The first six of these 50 bits' bytes, without the first bit and the last seven.
  const account = ((bits >> 2n) & 0x7fffffffff80n) >> 7n
  if (account > 999_999_999_999n) return undefined
  return {
    says: 'note',
    verdict: { account: String(account).padStart(12, '0') },
    why: `a key of account ${String(account).padStart(12, '0')}`,
  }
}
