import type { KeyFacts } from './key-of-der.ts'

const MAGIC = 'openssh-key-v1\0'
const NAMES: Readonly<Record<string, string>> = { 'ssh-rsa': 'RSA', 'ssh-dss': 'DSA', 'ssh-ed25519': 'Ed25519' }

/** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key: cipher, how its key is made, its options, number of keys, public key, private part; texts with four bytes of length. */
export function keyOfOpenssh(bytes: Buffer): KeyFacts | undefined {
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined
  let at = MAGIC.length
  const next = (from = bytes): Buffer | undefined => {
    if (at + 4 > from.length) return undefined
    const end = at + 4 + from.readUInt32BE(at)
    if (end > from.length) return undefined
    const text = from.subarray(at + 4, end)
    at = end
    return text
  }
  const cipher = next()
  next()
  const options = next()
  at += 4
  const publicKey = options && next()
  const secret = publicKey && next()
  if (!cipher || !publicKey || !secret) return undefined
  at = 0
  const name = next(publicKey)?.toString('latin1') ?? ''
  // Exponent, then modulus, which has a zero in front.
  if (name === 'ssh-rsa') next(publicKey)
  const modulus = name === 'ssh-rsa' ? next(publicKey) : undefined
  const encrypted = cipher.toString('latin1') !== 'none'
  const key = NAMES[name] ?? (/^[a-z0-9@.-]{1,60}$/.test(name) ? name : 'unknown')
  return { key, encrypted, ...(modulus && { bits: (modulus.length - (modulus[0] === 0 ? 1 : 0)) * 8 }) }
}
