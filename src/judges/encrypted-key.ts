import type { Judge } from '../types.ts'
import { secretOf } from './secret-of.ts'

const ENCRYPTED = /-----BEGIN ENCRYPTED|Proc-Type: ?4, ?ENCRYPTED|(?:^|\n)Encryption: (?!none)/
const OPENSSH = /-----BEGIN OPENSSH PRIVATE KEY-----(?:\\[rn]|[\s"'+,>|*#])*([A-Za-z0-9+/]{40,64})/
const MAGIC = 'openssh-key-v1\0'

/** The cipher's name follows the magic word, as a length of four bytes and text. https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
function isEncryptedOpenssh(text: string): boolean {
  const start = OPENSSH.exec(text)?.[1]
  if (!start) return false
  const bytes = Buffer.from(start, 'base64')
  if (bytes.length < MAGIC.length + 8 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return false
  const length = bytes.readUInt32BE(MAGIC.length)
  return bytes.toString('latin1', MAGIC.length + 4, MAGIC.length + 4 + length) !== 'none'
}

/** A private key behind a passphrase: as good as that passphrase, which can be guessed at leisure. */
export const encryptedKey: Judge = one => {
  if (one.match.secret.length < 100) return undefined
  const text = secretOf(one)
  if (!text.includes('-----BEGIN') && !text.includes('PuTTY')) return undefined
  if (!ENCRYPTED.test(text) && !isEncryptedOpenssh(text)) return undefined
  return {
    says: 'lower',
    verdict: { encrypted: true },
    why: 'the key is encrypted: its passphrase is what protects it',
  }
}
