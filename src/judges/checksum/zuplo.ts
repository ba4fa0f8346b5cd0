import type { Check } from './check.ts'
import { crc32 } from './crc32.ts'
import { hex32 } from './hex32.ts'
import { summed } from './summed.ts'

/** `zpka_` + 32 + `_` + 8. */
const FORM = /^zpka_([0-9A-Za-z]{32})_([0-9a-fA-F]{8})$/

/** The last eight are hex of the CRC-32 of the thirty-two. */
export const zuplo: Check = secret => {
  const form = FORM.exec(secret)
  return form ? summed(hex32(crc32(form[1]!)) === form[2]!.toLowerCase()) : undefined
}
