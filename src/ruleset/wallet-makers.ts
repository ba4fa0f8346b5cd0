import { createHash } from 'node:crypto'
import { bech32 } from './bech32.ts'
import type { ChecksumMaker } from './checksum-makers.ts'
import { randomBytes } from './random.ts'

const BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What stands before and after the random bytes, in hex, how many of those, and in which alphabet. */
const BASE58: Readonly<Record<string, readonly [before: string, bytes: number, after: string, alphabet: string]>> = {
  wif: ['80', 32, '01', BITCOIN],
  'wif-long': ['80', 32, '', BITCOIN],
  xprv: ['0488ade4000000000000000000', 32, '', BITCOIN],
  ripple: ['21', 16, '', RIPPLE],
  tezos: ['0d0f3a07', 32, '', BITCOIN],
}

/** Keys of wallets whose sums are right, for the examples of rules. */
export const WALLET_MAKERS: Readonly<Record<string, ChecksumMaker>> = {
  /** Prefix: `nsec`, `suiprivkey`. */
  bech32: (prefix, random) => bech32(prefix, randomBytes(random, 32)),
  /** One of the forms above. */
  base58check: (form, random) => {
    const [before, bytes, after, alphabet] = BASE58[form]!
    // An extended key has 32 bytes of chain code, then a zero, then the key.
    const chain = form === 'xprv' ? [randomBytes(random, 32), Buffer.from([0])] : []
    const body = Buffer.concat([
      Buffer.from(before, 'hex'),
      ...chain,
      randomBytes(random, bytes),
      Buffer.from(after, 'hex'),
    ])
    return base58(Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]), alphabet)
  },
  stellar: (_, random) => {
    const body = Buffer.concat([Buffer.from([18 << 3]), randomBytes(random, 32)])
    const sum = Buffer.alloc(2)
    sum.writeUInt16LE(crc16(body))
    const bits = [...body, ...sum].map(byte => byte.toString(2).padStart(8, '0')).join('')
    return bits.replace(/.{5}/g, five => BASE32[Number.parseInt(five, 2)]!)
  },
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function base58(bytes: Buffer, alphabet: string): string {
  let text = ''
  for (let rest = BigInt(`0x${bytes.toString('hex')}`); rest > 0n; rest /= 58n)
    text = alphabet[Number(rest % 58n)] + text
  return text
}

/** XModem: polynomial 0x1021, from zero. */
function crc16(bytes: Buffer): number {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  bits <<= 16n
  for (let at = bits.toString(2).length; at > 16; at = bits.toString(2).length) bits ^= 0x11021n << BigInt(at - 17)
  return Number(bits)
}
