import { describe, expect, it } from 'vitest'
import { encryptedKey } from '../../src/judges/encrypted-key.ts'
import { makeCase } from './make-case.ts'
import { ALPHABETS, createRandom, randomText } from './random-text.ts'

const body = randomText(createRandom(3), ALPHABETS.base64, 120)
const pem = (type: string, text = body) => `-----BEGIN ${type}-----\n${text}\n-----END ${type}-----`

function openssh(cipher: string): string {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(cipher.length)
  const start = Buffer.concat([Buffer.from('openssh-key-v1\0'), length, Buffer.from(cipher), Buffer.alloc(60, 7)])
  return pem('OPENSSH PRIVATE KEY', start.toString('base64'))
}

describe('encrypted key', () => {
  it.each([
    pem('ENCRYPTED PRIVATE KEY'),
    pem('RSA PRIVATE KEY', `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n${body}`),
    openssh('aes256-ctr'),
    openssh('aes256-ctr').replaceAll('\n', '\\n'),
    `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: aes256-cbc\nPrivate-Lines: 1\n${body}`,
  ])('lowers %#', text => {
    expect(encryptedKey(makeCase(text))).toMatchObject({ says: 'lower', verdict: { encrypted: true } })
  })

  it.each([
    pem('PRIVATE KEY'),
    openssh('none'),
    `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n${body}`,
    body,
  ])('says nothing of %#', text => expect(encryptedKey(makeCase(text))).toBeUndefined())
})
