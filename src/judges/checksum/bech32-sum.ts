/** https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki: the sum is the last six of the data part. */
const DIGITS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** What is left of prefix and data, both lower case: 1 where the sum holds (bech32m: 0x2bc830a3). `undefined` where a character is none of its digits. */
export function bech32Sum(prefix: string, data: string): number | undefined {
  const head = [...prefix].map(character => character.charCodeAt(0))
  const tail = [...data].map(character => DIGITS.indexOf(character))
  if (tail.includes(-1)) return undefined
  let sum = 1
  for (const value of [...head.map(c => c >>> 5), 0, ...head.map(c => c & 31), ...tail]) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    GENERATORS.forEach((generator, bit) => {
      if ((top >>> bit) & 1) sum ^= generator
    })
  }
  return sum >>> 0
}
