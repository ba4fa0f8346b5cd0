import type { Check } from './check.ts'
import { summed } from './summed.ts'

/** https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki: the sum is the last six of the data part. */
const DIGITS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const FORM = /^(age-secret-key-(?:pq-)?)1([02-9ac-hj-np-z]{20,100})$/

function polymod(values: Iterable<number>): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    GENERATORS.forEach((generator, bit) => {
      if ((top >>> bit) & 1) sum ^= generator
    })
  }
  return sum >>> 0
}

/** `AGE-SECRET-KEY-1…` is bech32, sum included. */
export const age: Check = secret => {
  const form = FORM.exec(secret.toLowerCase())
  if (!form) return undefined
  const prefix = [...form[1]!].map(character => character.charCodeAt(0))
  const data = [...form[2]!].map(character => DIGITS.indexOf(character))
  return summed(polymod([...prefix.map(c => c >>> 5), 0, ...prefix.map(c => c & 31), ...data]) === 1)
}
