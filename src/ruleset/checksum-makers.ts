import { crc32 } from 'node:zlib'
import { bech32 } from './bech32.ts'
import { marvin32 } from './marvin32.ts'
import { type Random, randomBytes, randomText } from './random.ts'
import { WALLET_MAKERS } from './wallet-makers.ts'

/**
 * Makes a token whose offline check passes, for the examples of rules. Written from the vendors' facts and not from the judges in
 * `src/judges/checksum/`, which bear the same names: each is the other's test.
 */
export type ChecksumMaker = (parameters: string, random: Random) => string

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LOWER = UPPER.toLowerCase()
const BASE62 = DIGITS + UPPER + LOWER
const AZURE_STORAGE_SEED = BigInt(`0x${Buffer.from('Default0', 'latin1').toString('hex')}`)
const ENTRA_ALPHABET = `${LOWER}${UPPER}1234567890.-_~`

/** `{sum:NAME:PARAMETERS}`; what the parameters are stands with each. */
export const CHECKSUM_MAKERS: Readonly<Record<string, ChecksumMaker>> = {
  ...WALLET_MAKERS,
  /** Prefix: `ghp_`, `gho_`, `ghu_`, `ghs_`, `ghr_`, `npm_`. 30 characters and 6 of base62 of their CRC-32. */
  github: (prefix, random) => {
    const body = randomText(random, BASE62, 30)
    return prefix + body + inBase(crc32(body), BASE62).padStart(6, '0')
  },
  /** Prefix: `glpat-` and the like. Routable form: payload, `.01.`, its length (2), CRC-32 (7) of all before; numbers in base 36. */
  gitlab: (prefix, random) => {
    const payload = Buffer.concat([Buffer.from('o:1\nu:2\n'), randomBytes(random, 16), Buffer.from([16])]).toString(
      'base64url',
    )
    const text = `${prefix}${payload}.01.${payload.length.toString(36).padStart(2, '0')}`
    return text + crc32(text).toString(36).padStart(7, '0')
  },
  grafana: (_, random) => {
    const text = `glsa_${randomText(random, BASE62, 32)}`
    return `${text}_${littleEndian(crc32(text)).toString('hex')}`
  },
  /** Prefix: `cfk_`, `cfut_`, `cfat_`. */
  cloudflare: (prefix, random) => {
    const body = randomText(random, BASE62, 40)
    return prefix + body + hex(crc32(body))
  },
  zuplo: (_, random) => {
    const body = randomText(random, BASE62, 32)
    return `zpka_${body}_${hex(crc32(body))}`
  },
  /** Prefix: `ATBB` (36 characters in all) or `ATATT3x`, `ATCTT3x` (192). The long ones end their body with `=`. */
  atlassian: (prefix, random) => {
    const long = prefix !== 'ATBB'
    const body = randomText(random, long ? `${BASE62}-_` : BASE62, (long ? 183 : 28) - prefix.length)
    const text = `${prefix}${body}${long ? '=' : ''}`
    return text + hex(crc32(text)).toUpperCase()
  },
  confluent: (_, random) => {
    const body = randomText(random, `${BASE62}+/`, 54)
    return `cflt${body}${littleEndian(crc32(body)).toString('base64').slice(0, 6)}`
  },
  /** 64 bytes in base64; `+ASt` is bytes 57 to 59, Marvin32 of all before the last four. */
  'azure-storage': (_, random) => {
    const body = Buffer.concat([randomBytes(random, 57), Buffer.from('+ASt', 'base64')])
    return Buffer.concat([body, littleEndian(marvin32(body, AZURE_STORAGE_SEED))]).toString('base64')
  },
  /** Structure as a client secret has it; the three characters of its check are not documented well enough to make them, and its judge only ever confirms. */
  entra: (_, random) => `${randomText(random, ENTRA_ALPHABET, 3)}8Q~${randomText(random, ENTRA_ALPHABET, 34)}`,
  /** Prefix: `AKIA`, `ASIA`, `ABIA`, `ACCA`. No checksum: the account id in it is any. */
  aws: (prefix, random) => prefix + randomText(random, `${UPPER}234567`, 16),
  age: (_, random) => bech32('age-secret-key-', randomBytes(random, 32)).toUpperCase(),
  /** Parameters: the claims as JSON, or none. */
  jwt: (claims, random) => {
    const parts = [
      '{"alg":"HS256","typ":"JWT"}',
      claims || `{"sub":"${randomText(random, DIGITS, 10)}","iat":1700000000}`,
    ]
    const encoded = parts.map(part => Buffer.from(part, 'utf8').toString('base64url'))
    return [...encoded, randomBytes(random, 32).toString('base64url')].join('.')
  },
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0')
}

function littleEndian(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

function inBase(number: number, digits: string): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor(rest / digits.length)) text = digits[rest % digits.length] + text
  return text
}
