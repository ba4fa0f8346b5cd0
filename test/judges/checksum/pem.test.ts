import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pem } from '../../../src/judges/checksum/pem.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { makeCase } from '../make-case.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const k1 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey
const ed = generateKeyPairSync('ed25519').privateKey
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey
const written = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1', passphrase?: string): string => {
  const locked = passphrase === undefined ? {} : { cipher: 'aes-128-cbc', passphrase }
  return key
    .export({ format: 'pem', type, ...locked } as { format: 'pem'; type: 'pkcs8' })
    .toString()
    .trimEnd()
}
const verdictOf = (text: string) => pem(text, makeCase(text))?.verdict

/** openssh-key-v1: texts with their length before them. */
function openssh(cipher: string, publicKey: Buffer): string {
  const sized = (text: Buffer | string) => {
    const bytes = Buffer.from(text)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const bytes = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...[cipher, cipher === 'none' ? 'none' : 'bcrypt', ''].map(sized),
    Buffer.from([0, 0, 0, 1]),
    sized(publicKey),
    sized(Buffer.alloc(64, 7)),
  ])
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----`
}
const sshRsa = Buffer.concat([
  Buffer.from([0, 0, 0, 7]),
  Buffer.from('ssh-rsa'),
  Buffer.from([0, 0, 0, 3, 1, 0, 1, 0, 0, 1, 1, 0]),
  Buffer.alloc(256, 9),
])
const sshEd = Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.alloc(36, 9)])

describe('a private key in PEM', () => {
  it.each([
    ['RSA', written(rsa, 'pkcs1'), { key: 'RSA', bits: 1024 }],
    ['RSA in PKCS #8', written(rsa, 'pkcs8'), { key: 'RSA', bits: 1024 }],
    ['EC', written(ec, 'sec1'), { key: 'EC P-256', bits: 256 }],
    ['EC in PKCS #8', written(ec, 'pkcs8'), { key: 'EC P-256' }],
    ['secp256k1', written(k1, 'pkcs8'), { key: 'EC secp256k1' }],
    ['Ed25519', written(ed, 'pkcs8'), { key: 'Ed25519' }],
    ['DSA', written(dsa, 'pkcs8'), { key: 'DSA' }],
    ['encrypted', written(rsa, 'pkcs8', 'a'), { key: 'unknown', encrypted: true }],
    ['OpenSSH', openssh('none', sshRsa), { key: 'RSA', bits: 2048, encrypted: false }],
    ['OpenSSH, encrypted', openssh('aes256-ctr', sshEd), { key: 'Ed25519', encrypted: true }],
  ])('%s', (_, text, facts) => expect(verdictOf(text)).toEqual({ structure: 'valid', ...facts }))

  it.each([
    (text: string) => text.replaceAll('\n', '\\n'),
    (text: string) => text.replaceAll('\n', '\\n" +\n  "'),
    (text: string) => text.replaceAll('\n', '\r\n    '),
    (text: string) => text.replaceAll('\n', '\n# '),
    (text: string) => text.replaceAll('\n', '\n// '),
    (text: string) => text.replaceAll('\n', '\n+'),
    (text: string) => text.replaceAll('\n', '\n-'),
    (text: string) => text.replaceAll('\n', ' '),
    (text: string) => Buffer.from(text).toString('base64'),
  ])('however it is written down: %#', write => {
    expect(verdictOf(write(written(rsa, 'pkcs1')))).toEqual({ structure: 'valid', key: 'RSA', bits: 1024 })
  })

  it('lowers one that is cut or made up', () => {
    const lines = written(rsa, 'pkcs1').split('\n')
    const cut = [...lines.slice(0, 5), ...lines.slice(6)].join('\n')
    const made = expandSample('-----BEGIN PRIVATE KEY-----\nMIIE{base64:600}\n-----END PRIVATE KEY-----', 3)
    const magic = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----'
    for (const text of [cut, made, magic]) expect(pem(text, makeCase(text))?.says).toBe('lower')
  })

  it('says nothing of the old encrypted form, whose body is no DER', () => {
    const text = written(ec, 'sec1', 'a')
    expect(text).toContain('Proc-Type')
    expect(pem(text, makeCase(text))).toBeUndefined()
  })
})
