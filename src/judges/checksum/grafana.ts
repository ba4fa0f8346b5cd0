import type { Check } from './check.ts'
import { crc32 } from './crc32.ts'
import { littleEndian32 } from './little-endian32.ts'
import { summed } from './summed.ts'

/** Service account token: `glsa_` + 32 + `_` + 8. */
const FORM = /^(glsa_[0-9A-Za-z]{32})_([0-9a-fA-F]{8})$/

/** The last eight are hex, least significant byte first, of the CRC-32 of all before the underscore. */
export const grafana: Check = secret => {
  const form = FORM.exec(secret)
  return form ? summed(littleEndian32(crc32(form[1]!)).toString('hex') === form[2]!.toLowerCase()) : undefined
}
