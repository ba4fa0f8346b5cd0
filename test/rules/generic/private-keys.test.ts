import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ed = generateKeyPairSync('ed25519')
const pem = (key: typeof rsa.privateKey, type: 'pkcs1' | 'pkcs8' | 'sec1', passphrase?: string): string => {
  const locked = passphrase === undefined ? {} : { cipher: 'aes-128-cbc', passphrase }
  const text = key.export({ format: 'pem', type, ...locked } as { format: 'pem'; type: 'pkcs8' })
  return text.toString().trimEnd()
}

const keys: [string, string, string][] = [
  ['RSA', pem(rsa.privateKey, 'pkcs1'), 'private-key-pem'],
  ['RSA in PKCS #8', pem(rsa.privateKey, 'pkcs8'), 'private-key-pem'],
  ['EC', pem(ec.privateKey, 'sec1'), 'private-key-pem'],
  ['EC in PKCS #8', pem(ec.privateKey, 'pkcs8'), 'private-key-pem'],
  ['Ed25519', pem(ed.privateKey, 'pkcs8'), 'private-key-pem'],
  ['RSA, encrypted', pem(rsa.privateKey, 'pkcs8', 'a'), 'private-key-encrypted'],
  ['EC, encrypted the old way', pem(ec.privateKey, 'sec1', 'a'), 'private-key-encrypted-legacy'],
]

const forms: [string, (pem: string) => [text: string, secret: string]][] = [
  ['as it is', text => [text, text]],
  ['with CRLF', text => [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r\n')]],
  ['in JSON', text => [JSON.stringify({ tls: text }), JSON.stringify(text).slice(1, -1)]],
  ['in JSON, as CRLF', text => [JSON.stringify({ a: text.replaceAll('\n', '\r\n') }), text.replaceAll('\n', '\\r\\n')]],
  ['in YAML', text => [`tls: |\n    ${text.replaceAll('\n', '\n    ')}\n`, text.replaceAll('\n', '\n    ')]],
  ['in a list of strings', text => [`"${text.replaceAll('\n', '\\n" +\n  "')}"`, text.replaceAll('\n', '\\n" +\n  "')]],
  ['behind a comment sign', text => [`# ${text.replaceAll('\n', '\n# ')}\n`, text.replaceAll('\n', '\n# ')]],
]

test.each(keys)('%s: the whole block, in every form', (_, key, rule) => {
  for (const [form, write] of forms) {
    const [text, secret] = write(key)
    expect([form, foundIn(`a\n${text}\nb`).map(one => [one.rule, one.secret])]).toEqual([form, [[rule, secret]]])
  }
})

test.each(keys.slice(0, 6))('%s on one line', (_, key, rule) => {
  const text = key.replaceAll('\n', ' ')
  expect(foundIn(`KEY='${text}'`)).toMatchObject([{ rule, secret: text }])
})

test('wrapped in base64 once more', () => {
  const text = Buffer.from(pem(rsa.privateKey, 'pkcs1')).toString('base64')
  expect(foundIn(`  tls.key: ${text}\n`)).toMatchObject([{ rule: 'private-key-base64', secret: text }])
})

test('two keys in one file are two, and a certificate between them is none', () => {
  const [a, b] = [pem(ec.privateKey, 'sec1'), pem(ed.privateKey, 'pkcs8')]
  const certificate = pem(rsa.privateKey, 'pkcs1').replaceAll('RSA PRIVATE KEY', 'CERTIFICATE')
  expect(foundIn(`${a}\n${certificate}\n${b}\n`).map(({ secret }) => secret)).toEqual([a, b])
})

test('public keys', () => {
  for (const { publicKey } of [rsa, ec, ed]) {
    expect(foundIn(publicKey.export({ format: 'pem', type: 'spki' }).toString())).toEqual([])
  }
  expect(foundIn(rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }).toString())).toEqual([])
})

test.each(['', '...', '\n...\n', 'MIIEpAIBAAKCAQEA...', '<base64>', 'YOUR KEY HERE', '${key}', '" + body + "'])(
  'a body of %j is none',
  body => {
    const edge = (word: string) => ['-----', word, ' RSA PRIVATE', ' KEY-----'].join('')
    expect(foundIn(`${edge('BEGIN')}\n${body}\n${edge('END')}`)).toEqual([])
  },
)
