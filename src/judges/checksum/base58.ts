/** Bytes of a base58 text, leading zeros included; `undefined` where a character is none of the alphabet's. */
export function base58(text: string, alphabet: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    let carry = alphabet.indexOf(character)
    if (carry < 0) return undefined
    for (let i = 0; i < bytes.length; i++) {
      carry += bytes[i]! * 58
      bytes[i] = carry & 0xff
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff)
  }
  for (const character of text) {
    if (character !== alphabet[0]) break
    bytes.push(0)
  }
  return Uint8Array.from(bytes.reverse())
}
