import { base62 } from './base62.ts'
import type { Check } from './check.ts'
import { crc32 } from './crc32.ts'
import { summed } from './summed.ts'

/** `ghp_` + 30 + 6; npm's tokens are made the same way. https://github.blog/engineering/behind-githubs-new-authentication-token-formats/ */
const FORM = /^(?:gh[pousr]|npm)_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/

/** The last six are base62 of the CRC-32 of the thirty before. Longer `ghs_` and `github_pat_` have no sum that is known. */
export const github: Check = secret => {
  const form = FORM.exec(secret)
  return form ? summed(base62(crc32(form[1]!), 6) === form[2]) : undefined
}
