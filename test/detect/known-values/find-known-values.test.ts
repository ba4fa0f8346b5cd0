import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findKnownValues } from '../../../src/detect/known-values/find-known-values.ts'
import { knownValuesFrom, MAX_KNOWN_VALUES } from '../../../src/detect/known-values/known-values-from.ts'
import { valuesOfIgnored } from '../../../src/detect/known-values/values-of-ignored.ts'

const known = (text: string, path = '.env') => knownValuesFrom(valuesOfIgnored({ path, bytes: Buffer.from(text) }))
const find = (text: string | Buffer, env: string) =>
  findKnownValues(Buffer.isBuffer(text) ? text : Buffer.from(text), known(env))

const value = ['aZ3+kQ9/xT1=', 'mB7&w'].join('')
const env = `API_TOKEN="${value}"`

test('says which key of which file, and where', () => {
  const values = knownValuesFrom([
    ...valuesOfIgnored({ path: 'web/.env', bytes: Buffer.from('PORT=1') }),
    ...valuesOfIgnored({ path: 'api/.env.local', bytes: Buffer.from(env) }),
  ])
  expect(findKnownValues(Buffer.from(`x = '${value}'`), values)).toMatchObject([
    { ignored: true, file: 'api/.env.local', key: 'API_TOKEN', form: 'plain', start: 5, end: 5 + value.length },
  ])
})

const encoders: Record<string, (text: string) => string> = {
  plain: text => text,
  'url-encoded': encodeURIComponent,
  'URL-encoded in lower case': text => encodeURIComponent(text).replace(/%../g, pair => pair.toLowerCase()),
  'a form': text => new URLSearchParams({ a: text }).toString(),
  JSON: text => JSON.stringify({ a: text }),
  'JSON with slashes escaped': text => JSON.stringify(text).replaceAll('/', '\\/'),
  'base64 of text round it': text => Buffer.from(`user:${text}:x`).toString('base64'),
  'base64url of text round it': text => Buffer.from(`u:${text}`).toString('base64url'),
}

/** Printable, of all kinds, never a placeholder by chance. */
const secretText = fc
  .tuple(
    fc.string({ unit: 'grapheme-ascii', minLength: 2, maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
  )
  .map(([a, b]) => `q7Zr${a}${b}9kTw`)
  .filter(text => !/["\\\r\n`']/.test(text) && !/\$[{(]|\{\{|#\{|<%|%\(|x{4}|\*{3}|\.{3}|\u2026/i.test(text))

test.each(Object.entries(encoders))('finds any value as %s, whatever stands before and after', (_, encode) => {
  fc.assert(
    fc.property(secretText, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (text, before, after) => {
      const bytes = Buffer.from(before + encode(text) + after)
      const hits = find(bytes, `A_SECRET="${text}"`)
      expect(hits.length).toBeGreaterThan(0)
      for (const { start, end } of hits) expect(end).toBeGreaterThan(start)
    }),
  )
})

test.each([0, 1, 2, 3, 4, 5])('base64 with %d bytes before the value', length => {
  const text = Buffer.from(`${'p'.repeat(length)}${value}tail`).toString('base64')
  const [hit] = find(`data: ${text}`, env)
  expect(hit).toMatchObject({ form: 'base64', key: 'API_TOKEN' })
  const inner = `data: ${text}`.slice(hit!.start, hit!.end)
  expect(text).toContain(inner)
  expect(inner.length).toBeGreaterThanOrEqual(Math.floor((value.length * 8) / 6) - 3)
})

test('agrees with a plain search', () => {
  const piece = fc.constantFrom(value, value.slice(0, 9), encodeURIComponent(value), 'a', 'Z3+', ' ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('')
      const plain = find(text, env).filter(({ form }) => form === 'plain')
      const expected: number[] = []
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) expected.push(at)
      expect(plain.map(({ start }) => start)).toEqual(expected)
    }),
  )
})

const password = ['hU4', 'mLp9', 'wQz'].join('')
const url = `postgres://app:${password}@db.internal/app`

test('of an address, the whole or its password alone, and no hit inside another', () => {
  expect(find(`a ${url} b ${password}`, `DATABASE_URL=${url}`)).toMatchObject([
    { start: 2, end: 2 + url.length },
    { start: url.length + 5, end: url.length + 5 + password.length },
  ])
})

test('a value of several lines, as JSON writes it', () => {
  const pem = ['-----BEGIN', ' PRIVATE KEY-----\nq7Zr9kTwq7Zr\n-----END', ' PRIVATE KEY-----'].join('')
  expect(find(JSON.stringify({ pem }), `TLS_KEY="${pem.replaceAll('\n', '\\n')}"`)).toMatchObject([{ form: 'json' }])
})

test('what looks like a word is found as a whole one only', () => {
  const chosen = ['walnut', '84'].join('')
  const hits = find(`${chosen} "${chosen}" x${chosen} ${chosen}0 _${chosen} ${chosen}é`, `DB_PASSWORD=${chosen}`)
  expect(hits.map(({ start }) => start)).toEqual([0, 10])
})

test('in whatever form it stands, the secret is the value', () => {
  for (const encode of Object.values(encoders)) {
    for (const { secret } of find(encode(value), env)) expect(secret.reveal()).toBe(value)
  }
})

test('of more values than are looked for the first ones are', () => {
  const lines = Array.from({ length: MAX_KNOWN_VALUES + 5 }, (_, i) => `TOKEN_${i}=${value}${i}q`)
  const values = known(lines.join('\n'))
  expect([values.count, values.leftOut]).toEqual([MAX_KNOWN_VALUES, 5])
  expect(findKnownValues(Buffer.from(`"${value}3q" "${value}${MAX_KNOWN_VALUES}q"`), values)).toMatchObject([
    { key: 'TOKEN_3' },
  ])
})

test.each([
  'DEBUG=true',
  'PORT=8080',
  'TIMEOUT=123456789',
  'HOST=localhost:5432',
  'HOST=db.internal.example.com',
  'NODE_ENV=production',
  'APP_NAME=my-application',
  'API_URL=https://api.example.com/v1/users',
  'DATABASE_URL=postgres://postgres:postgres@localhost/app',
  'LOG_FILE=/var/log/app/current.log',
  'ADMIN=somebody@example.com',
  'SECRET=changeme',
  'PASSWORD=password123',
  'TOKEN=${OTHER_TOKEN}',
  'PASSWORD=short1!',
  'DB_PASSWORD=elephant',
  'DB_PASSWORD=green-elephant',
  'AWS_REGION=eu-central-1',
  'STRIPE_PRICE_ID=price_1aB2cD3eF4gH5iJ6',
  'NEXT_PUBLIC_KEY=aB2cD3eF4gH5iJ6kL7m',
])('not worth looking for: %s', text => {
  expect(known(text).count).toBe(0)
  expect(find(text, text)).toEqual([])
})

test('nothing of it shows a value', () => {
  const values = known(`${env}\nDATABASE_URL=${url}`)
  expect(values.count).toBe(3)
  const shown = inspect(values, { depth: 9, showHidden: true }) + JSON.stringify(values) + String(values)
  const hits = inspect(findKnownValues(Buffer.from(`${url} ${value}`), values))
  for (const secret of [value, password, url]) expect(shown + hits).not.toContain(secret)
  expect(shown).not.toContain(Buffer.from(value).toString('hex').slice(0, 12))
})
