import type { Check } from './check.ts'
import { crc32 } from './crc32.ts'
import { hex32 } from './hex32.ts'
import { summed } from './summed.ts'

/** `cfut_` (user), `cfat_` (account), `cfk_` (global key): 40 + 8. */
const FORM = /^cf(?:k|ut|at)_([0-9A-Za-z]{40})([0-9a-fA-F]{8})$/

/** The last eight are hex of the CRC-32 of the forty before. */
export const cloudflare: Check = secret => {
  const form = FORM.exec(secret)
  return form ? summed(hex32(crc32(form[1]!)) === form[2]!.toLowerCase()) : undefined
}
