import { expect, test } from 'vitest'
import { recorded } from '../../src/judges/recorded.ts'
import { makeCase } from './make-case.ts'

const SECRET = 'q8Zt2LmX0vRkW4nB'
const FIELDS = Array.from({ length: 8 }, (_, i) => `"f${i}": ${i}`).join(', ')
const saysOf = (text: string, path: string, name?: string, id = 'a-rule') =>
  recorded(makeCase(SECRET, { text, path, rule: { generic: true, id }, parts: name === undefined ? {} : { name } }))
    ?.says

test.each<[string, string, string, string | undefined, string?]>([
  ['a cookie that a server set', `-> "Set-Cookie: SID=${SECRET}; Path=/"`, 'test/unit/shop_test.rb', undefined],
  ['what a service calls a card', `{"status": "paid", "token": "${SECRET}"}`, 'spec/pay_spec.rb', 'token'],
  ['the same in elements', `<token>${SECRET}</token>\n<created_at>2020`, 'test/pay_test.rb', 'token'],
  ['the answer of a login', `{"access_token": "${SECRET}", "expires_in": 3600}`, 'tests/a.py', 'access_token'],
  ['the same in a page', `{"refresh_token": "${SECRET}", "expires_in": 3600}`, 'templates/how.twig', 'refresh_token'],
  ['a token in an address of nobody', `('/users/7?user_token=${SECRET}', True)`, 'web/util_test.py', 'user_token'],
  ['a token for itself', `{${FIELDS}, 'e-token' => '${SECRET}'}`, 'tests/FormTest.php', 'e-token'],
  ['the answer of a login in code', `'access_token': '${SECRET}', 'expires_in': 3600,`, 'src/api.py', 'access_token'],
  [
    'a key in an address of nobody',
    `# https://api.example.com/protected?access_token=${SECRET}`,
    'src/api.py',
    'access_token',
  ],
  ['a login among many fields', `{${FIELDS}, "access_token": "${SECRET}"}`, 'tests/test_a.py', 'access_token'],
  ['what stands in for an answer', `<password>${SECRET}</password>`, 'test/fixtures/a/login.xml', 'password'],
  ['one of many fields', `{${FIELDS}, "token": "${SECRET}"}`, 'test/order_test.rb', 'token'],
  [
    'a cookie of a request',
    `-H 'Cookie: session=${SECRET}'`,
    'src/__tests__/curl.ts',
    undefined,
    'generic-cookie-header',
  ],
  ['a token in data of a test', `"serializedToken": "${SECRET}"`, 'test/fixtures/a.json', 'serializedToken'],
  ['the body of a cassette', `body: '{"auth_token": "${SECRET}"}'`, 'app/tests/cassettes/a/b.yaml', 'auth_token'],
])('doubts %s', (_, text, path, name, id) => expect(saysOf(text, path, name, id)).toBe('doubt'))

test.each([
  ['a cookie that no test recorded', `Set-Cookie: SID=${SECRET}`, 'src/login.ts', undefined],
  ['a token that lets in', `{"status": "ok", "access_token": "${SECRET}"}`, 'spec/pay_spec.rb', 'access_token'],
  ['a token beside nothing of an answer', `token = "${SECRET}"`, 'spec/pay_spec.rb', 'token'],
  [
    'the address of a cassette',
    `    uri: https://api.acme.dev/?api_key=${SECRET}`,
    'spec/vcr_cassettes/a.yml',
    'api_key',
  ],
  ['what is good for longer', `'refresh_token': '${SECRET}', 'expires_in': 3600,`, 'src/api.py', 'refresh_token'],
  ['an address of somebody', `('https://acme.dev/users/7?token=${SECRET}', True)`, 'web/util_test.py', 'token'],
  ['the answer of a login in a cache', `{"access_token": "${SECRET}", "expires_in": 3600}`, 'a.json', 'access_token'],
  ['a private key', `"private_key": "${SECRET}"`, 'test/fixtures/a.json', 'private_key'],
  ['what is no answer', `password: ${SECRET}`, 'test/fixtures/app.yml', 'password'],
  ['what lets in again', `body: refresh_token=${SECRET}&x=y`, 'spec/cassettes/a.yml', 'refresh_token'],
  ['a header of a cassette', `      Authorization:\n      - Bearer ${SECRET}`, 'spec/cassettes/a.yml', undefined],
])('says nothing of %s', (_, text, path, name) => expect(saysOf(text, path, name)).toBeUndefined())
