import { getBuiltinModule } from 'node:process'

/**
 * The key keeps a fingerprint from being looked up in tables of plain hashes of common passwords. It is no secret: whoever has the
 * repository has the secret itself.
 */
const KEY = 'keyscan fingerprint 1'

/** 80 bits: no collisions among the secrets of one repository, short enough to type. */
const HEX_CHARACTERS = 20

/** What may stand between the characters of a key block without making it another key: indentation, line ends, escaped line ends, quotes. */
const BETWEEN_KEY_LINES = /(?:\\[nrt]|[\s"'+,\\])+/g

/** A re-indented or escaped private key is the same key. */
function canonical(value: string): string {
  return value.includes('-----BEGIN') ? value.replace(BETWEEN_KEY_LINES, '') : value
}

/**
 * Names a secret (or, for a finding that is a file, its rule and path) without holding it: the same for every place, version and rule, so
 * that it survives rebases, renames, re-indentation and moved lines.
 */
export function fingerprint(kind: 'secret' | 'file', value: string): string {
  // Loaded when there is a secret: a commit hook mostly sees none.
  return getBuiltinModule('node:crypto')
    .createHmac('sha256', KEY)
    .update(`${kind}\0${canonical(value)}`)
    .digest('hex')
    .slice(0, HEX_CHARACTERS)
}
