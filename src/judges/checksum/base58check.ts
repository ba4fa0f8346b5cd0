import { base58 } from './base58.ts'
import type { Check } from './check.ts'
import { sha256 } from './sha256.ts'
import { summed } from './summed.ts'

const BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** https://xrpl.org/docs/references/protocol/data-types/base58-encodings: the same letters in another order. Seeds begin with `s`. */
const RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz'
const RIPPLE_SEED = /^s[A-Za-z0-9]{27,30}$/
const FORM = /^[1-9A-HJ-NP-Za-km-z]{27,160}$/
/** As long as one, with letters that none has: a piece of base64. */
const WIF_LENGTH = /^[A-Za-z0-9]{51,52}$/
const SUM_BYTES = 4

/** Private keys of wallets (WIF, xprv and its kin, seeds of the XRP Ledger, edsk): the last four bytes are of SHA-256, twice, of those before. */
export const base58check: Check = secret => {
  const ripple = RIPPLE_SEED.test(secret)
  if (!ripple && !FORM.test(secret)) return WIF_LENGTH.test(secret) ? summed(false) : undefined
  const bytes = base58(secret, ripple ? RIPPLE : BITCOIN)
  if (!bytes || bytes.length <= SUM_BYTES) return undefined
  const body = bytes.subarray(0, -SUM_BYTES)
  return summed(sha256(sha256(body)).subarray(0, SUM_BYTES).equals(bytes.subarray(-SUM_BYTES)))
}
