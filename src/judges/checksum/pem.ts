import type { Check } from './check.ts'
import { keyOfDer } from './key-of-der.ts'
import { keyOfOpenssh } from './key-of-openssh.ts'

const WRAPPED = /^LS0tLS1CRUdJTiB[A-Za-z0-9+/]+={0,2}$/
const BLOCK = /-----BEGIN ((?:RSA |EC |DSA |ANY |OPENSSH |ENCRYPTED )?)PRIVATE KEY-----([\s\S]*?)-----END/
/** Its header says how the body is encrypted, and the body is no DER. */
const LEGACY = /Proc-Type|DEK-Info/
/** Closing and opening of a string, and what joins the two. */
const JOINED = /["'][\s+.,;|>*#&%]*["']/g
/** A comment, or what a diff has before each line that comes or goes. */
const LED = /^\s*(?:\/\/|\+|-)/

/** The base64 of a body, without what its language puts between the lines. */
function bodyOf(text: string): string {
  const lines = text
    .replace(/\\+[rn]/g, '\n')
    .replace(JOINED, '')
    .split(/[\r\n]+/)
  const filled = lines.filter(line => line.trim() !== '')
  const led = filled.length > 1 && filled.every(line => LED.test(line))
  return filled.map(line => (led ? line.replace(LED, '') : line).replace(/[^A-Za-z0-9+/]/g, '')).join('')
}

/** A private key in PEM: that it decodes to a whole one, which type, how many bits, whether a passphrase is on it. */
export const pem: Check = secret => {
  const text = WRAPPED.test(secret) ? Buffer.from(secret, 'base64').toString('latin1') : secret
  const block = BLOCK.exec(text)
  if (!block || LEGACY.test(block[2]!)) return undefined
  const bytes = Buffer.from(bodyOf(block[2]!), 'base64')
  const facts = block[1] === 'OPENSSH ' ? keyOfOpenssh(bytes) : keyOfDer(bytes)
  if (!facts) {
    // Of a key that is encrypted as well enough is taken off: what is left of it is medium.
    const says = block[1] === 'ENCRYPTED ' ? 'note' : 'lower'
    return { says, verdict: { structure: 'invalid' }, why: 'it decodes to no whole private key: cut or made up' }
  }
  const size = facts.bits === undefined ? '' : ` of ${facts.bits} bits`
  const kind = facts.key === 'unknown' ? 'key' : `${facts.key} key`
  return {
    says: 'note',
    verdict: { structure: 'valid', ...facts },
    why: `a whole ${facts.encrypted ? 'encrypted ' : ''}${kind}${size}`,
  }
}
