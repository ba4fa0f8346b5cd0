import type { Check } from './check.ts'
import { crc32 } from './crc32.ts'
import { littleEndian32 } from './little-endian32.ts'
import { summed } from './summed.ts'

/** `cflt` + 54 + 6. */
const FORM = /^cflt([0-9A-Za-z+/]{54})([0-9A-Za-z+/]{6})$/

/** The last six are the start of the base64 of the little-endian CRC-32 of the fifty-four. */
export const confluent: Check = secret => {
  const form = FORM.exec(secret)
  return form ? summed(littleEndian32(crc32(form[1]!)).toString('base64').slice(0, 6) === form[2]) : undefined
}
