import { expect, test } from 'vitest'
import { holdsSecrets } from '../../src/scan/holds-secrets.ts'
import { makeRule } from '../detect/make-rule.ts'
import { makeCase } from '../judges/make-case.ts'

const ofDotenv = makeRule({ id: 'dotenv-file', provider: 'dotenv', kind: 'file', anchors: [] })
const ofKeys = makeRule({ id: 'key-file', provider: 'sensitive-file', kind: 'file', anchors: [] })

test.each([
  ['PORT=3000\nNODE_ENV=production\n', false],
  ['API_TOKEN=your-token-here\nDB_PASSWORD=not-a-real-secret\n', false],
  ['', false],
  ['PORT=3000\nDB_PASSWORD=plum-Kettle-47-marble\n', true],
])('a tracked .env that holds %j', (text, expected) => {
  expect(holdsSecrets(ofDotenv, Buffer.from(text), 'app/.env', [])).toBe(expected)
})

test.each([
  ['', false],
  ['# client\tserver\tsecret\n\n', false],
  ['# client\tserver\tsecret\na\t*\tb\n', true],
  ['\x00\x01key', true],
  ['\x00GITCRYPT\x00\x1f\x8a\x03', false],
  ['$ANSIBLE_VAULT;1.1;AES256\n6538', false],
])('a key file that holds %j', (text, expected) => {
  expect(holdsSecrets(ofKeys, Buffer.from(text), 'id_ed25519', [])).toBe(expected)
})

test('a tracked .env of which judges dropped every value', () => {
  const { match: dropped } = makeCase('shop.auth.hashers.Kettle47Hasher', { rule: { kind: 'dotenv' } })
  const text = Buffer.from('PASSWORD_HASHER=shop.auth.hashers.Kettle47Hasher\n')
  expect(holdsSecrets(ofDotenv, text, '.env', [])).toBe(true)
  expect(holdsSecrets(ofDotenv, text, '.env', [dropped])).toBe(false)
})
