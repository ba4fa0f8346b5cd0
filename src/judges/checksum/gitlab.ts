import type { Check } from './check.ts'
import { crc32 } from './crc32.ts'
import { summed } from './summed.ts'

/** Routable: prefix, payload, `.01.`, its length in two base36 digits, then seven of the sum. Classic ones have no sum. */
const FORM = /^([A-Za-z][A-Za-z0-9_-]{2,40}-?[A-Za-z0-9_-]{20,400}\.01\.[0-9a-z]{2})([0-9a-z]{7})$/

/** The last seven are base36 of the CRC-32 of all before. https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/ */
export const gitlab: Check = secret => {
  const form = FORM.exec(secret)
  return form ? summed(crc32(form[1]!).toString(36).padStart(7, '0') === form[2]) : undefined
}
