const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** Bech32 text of some bytes (BIP 173, without its limit of length, as age uses it), lower case. */
export function bech32(humanPart: string, bytes: Uint8Array): string {
  const data = toFiveBits(bytes)
  const letters = [...humanPart].map(letter => letter.charCodeAt(0))
  const head = [...letters.map(letter => letter >> 5), 0, ...letters.map(letter => letter & 31)]
  const sum = polymod([...head, ...data, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map(shift => (sum >>> shift) & 31)
  return `${humanPart}1${[...data, ...check].map(value => ALPHABET[value]).join('')}`
}

function polymod(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, factor] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= factor
  }
  return sum
}

function toFiveBits(bytes: Uint8Array): number[] {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => Number.parseInt(five.padEnd(5, '0'), 2))
}
