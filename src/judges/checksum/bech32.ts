import { bech32Sum } from './bech32-sum.ts'
import type { Check } from './check.ts'
import { summed } from './summed.ts'

/** `nsec1…`, `suiprivkey1…`, `ed25519_sk1…`: the last 1 parts the prefix, which may hold one, from the data. */
const FORM = /^([a-z0-9_-]{2,60})1([02-9ac-hj-np-z]{20,300})$/
/** Of bech32 and of bech32m (BIP 350). */
const RIGHT: readonly (number | undefined)[] = [1, 0x2bc830a3]

/** Keys of Nostr, Sui, Cardano and others: bech32, sum included. */
export const bech32: Check = secret => {
  const form = FORM.exec(secret.toLowerCase())
  return form ? summed(RIGHT.includes(bech32Sum(form[1]!, form[2]!))) : undefined
}
