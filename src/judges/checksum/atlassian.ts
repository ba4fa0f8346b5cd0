import type { Check } from './check.ts'
import { crc32 } from './crc32.ts'
import { hex32 } from './hex32.ts'
import { summed } from './summed.ts'

/** App password (`ATBB`, 36) and API tokens (`ATATT3x`, `ATCTT3x`, 192; those put `=` before the sum). */
const FORM = /^((?:ATBB|ATATT3x|ATCTT3x)[0-9A-Za-z_=-]{20,240})([0-9A-F]{8})$/

/** The last eight are upper-case hex of the CRC-32 of everything before. */
export const atlassian: Check = secret => {
  const form = FORM.exec(secret)
  return form ? summed(hex32(crc32(form[1]!)).toUpperCase() === form[2]) : undefined
}
