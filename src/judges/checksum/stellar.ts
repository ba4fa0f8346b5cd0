import type { Check } from './check.ts'
import { summed } from './summed.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const FORM = /^S[A-Z2-7]{55}$/

/** 56 digits of five bits are 35 bytes. */
function bytesOf(text: string): number[] {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const character of text) {
    value = ((value << 5) | BASE32.indexOf(character)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((value >>> bits) & 0xff)
  }
  return bytes
}

/** CRC-16 as of XModem. */
function crc16(bytes: readonly number[]): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 8
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? ((sum << 1) ^ 0x1021) & 0xffff : sum << 1
  }
  return sum
}

/** A seed is a StrKey: its last two bytes are the CRC-16 of the rest, the low one first. https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md */
export const stellar: Check = secret => {
  if (!FORM.test(secret)) return undefined
  const bytes = bytesOf(secret)
  return summed(crc16(bytes.slice(0, -2)) === (bytes.at(-2)! | (bytes.at(-1)! << 8)))
}
