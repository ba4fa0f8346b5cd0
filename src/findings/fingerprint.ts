import { createHmac } from 'node:crypto'

/**
 * The key keeps a fingerprint from being looked up in tables of plain hashes of common passwords. It is no secret: whoever has the
 * repository has the secret itself.
 */
const KEY = 'keyscan fingerprint 1'

/** 80 bits: no collisions among the secrets of one repository, short enough to type. */
const HEX_CHARACTERS = 20

/**
 * Names a secret (or, for a finding that is a file, its path) without holding it: the same for every place, version and rule, so that it
 * survives rebases, renames and moved lines.
 */
export function fingerprint(kind: 'secret' | 'file', value: string): string {
  return createHmac('sha256', KEY).update(kind).update('\0').update(value).digest('hex').slice(0, HEX_CHARACTERS)
}
