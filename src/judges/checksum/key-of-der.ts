import { type DerElement, derSequence, INTEGER, OBJECT_ID, OCTETS, SEQUENCE } from './der.ts'

/** What a private key says of itself. */
export interface KeyFacts {
  readonly key: string
  readonly bits?: number
  readonly encrypted?: boolean
}

/** Object ids as hex of their content: algorithms, then curves. https://www.rfc-editor.org/rfc/rfc8017 and rfc5480, rfc8410 */
const ALGORITHMS: Readonly<Record<string, string>> = {
  '2a864886f70d010101': 'RSA',
  '2a864886f70d01010a': 'RSA-PSS',
  '2a8648ce380401': 'DSA',
  '2a8648ce3d0201': 'EC',
  '2b656e': 'X25519',
  '2b656f': 'X448',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
}
const CURVES: Readonly<Record<string, string>> = {
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
  '2b8104000a': 'secp256k1',
  '2b2403030208010107': 'brainpoolP256r1',
}
/** PBES2 and the older ways of PKCS #5 and #12. */
const PASSWORD_BASED = /^2a864886f70d01(?:050[0-9a-f]|0c01)/
const EC_PARAMETERS = 0xa0

const hexOf = (bytes: Uint8Array, { start, end }: DerElement) => Buffer.from(bytes.subarray(start, end)).toString('hex')

function bitsOf(bytes: Uint8Array, { start, end }: DerElement): number {
  const first = bytes.findIndex((byte, index) => index >= start && byte !== 0)
  return first < 0 || first >= end ? 0 : (end - first) * 8 - (Math.clz32(bytes[first]!) - 24)
}

function firstId(bytes: Uint8Array, sequence: DerElement): string | undefined {
  const id = derSequence(bytes, sequence.at)?.[0]
  return id?.tag === OBJECT_ID ? hexOf(bytes, id) : undefined
}

/** PKCS #1 and its kin: numbers only. RSA has nine, DSA six; EC a number, the key, the curve. */
function traditional(bytes: Uint8Array, parts: readonly DerElement[]): KeyFacts | undefined {
  const [version, second, third] = parts
  if (version?.tag !== INTEGER || !second) return undefined
  if (parts.every(part => part.tag === INTEGER)) {
    if (parts.length >= 9) return { key: 'RSA', bits: bitsOf(bytes, second) }
    return parts.length === 6 ? { key: 'DSA', bits: bitsOf(bytes, second) } : undefined
  }
  if (second.tag !== OCTETS) return undefined
  const curve = third?.tag === EC_PARAMETERS ? CURVES[hexOf(bytes, { ...third, start: third.start + 2 })] : undefined
  return { key: curve ? `EC ${curve}` : 'EC', bits: (second.end - second.start) * 8 }
}

/** PKCS #8: version, algorithm, the key as octets; or encrypted: how, and octets. */
function wrapped(bytes: Uint8Array, parts: readonly DerElement[]): KeyFacts | undefined {
  const [first, second, third] = parts
  if (first?.tag === SEQUENCE && second?.tag === OCTETS) {
    return PASSWORD_BASED.test(firstId(bytes, first) ?? '') ? { key: 'unknown', encrypted: true } : undefined
  }
  if (first?.tag !== INTEGER || second?.tag !== SEQUENCE || third?.tag !== OCTETS) return undefined
  const algorithm = ALGORITHMS[firstId(bytes, second) ?? '']
  if (algorithm === 'EC') {
    const curve = derSequence(bytes, second.at)?.[1]
    const name = curve && CURVES[hexOf(bytes, curve)]
    return { key: name ? `EC ${name}` : 'EC' }
  }
  const modulus = algorithm?.startsWith('RSA') ? derSequence(bytes, third.start)?.[1] : undefined
  return algorithm === undefined ? undefined : { key: algorithm, ...(modulus && { bits: bitsOf(bytes, modulus) }) }
}

/** Type, size and whether a password is on it; `undefined` where these bytes are no whole key. */
export function keyOfDer(bytes: Uint8Array): KeyFacts | undefined {
  const parts = derSequence(bytes, 0)
  return parts && (wrapped(bytes, parts) ?? traditional(bytes, parts))
}
