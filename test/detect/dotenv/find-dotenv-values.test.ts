import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findDotenvValues } from '../../../src/detect/dotenv/find-dotenv-values.ts'

const find = (text: string, path = '.env') => findDotenvValues(Buffer.from(text, 'latin1'), path)
const values = (text: string, path?: string) => find(text, path).map(({ key, value }) => [key, value])

/** Made here, so that nothing that looks like a key stands in the file. */
const random = (length: number) => Array.from({ length }, (_, i) => 'aZ3kQ9xT1mB7'[(i * 7 + (i >> 2)) % 12]).join('')
const key = random(32)

test.each([
  'DB_PASSWORD',
  'PASSWORD',
  'SMTP_PASS',
  'MYSQL_PWD',
  'JWT_SECRET',
  'API_TOKEN',
  'STRIPE_KEY',
  'APP_KEY',
  'SENTRY_DSN',
  'PASSWORD_SALT',
  'SLACK_WEBHOOK',
  'AWS_SECRET_ACCESS_KEY',
  'dbPassword',
  'GOOGLE_CREDENTIALS',
  'SESSION_KEYS',
  'WIFI_PSK',
  'SOMETHING',
  'NEXT_PUBLIC_API_SECRET',
])('%s with a real value', name => {
  expect(values(`${name}=${key}`)).toEqual([[name, key]])
})

test('a short password that people choose', () => {
  expect(values('DB_PASSWORD=hunter2!')).toEqual([['DB_PASSWORD', 'hunter2!']])
})

test.each([
  '',
  '""',
  'short',
  'changeme',
  'CHANGE_ME_PLEASE',
  'your-api-key',
  '<your token>',
  'xxxxxxxxxxxx',
  '****************',
  '${OTHER}',
  '$OTHER_SECRET',
  '"{{ vault.db }}"',
  '$(cat /run/secrets/db)',
  'op://vault/item/field',
  'true',
  '123456',
  '3600s',
  'password',
  'my-secret-key',
  'postgres',
  'https://example.com/login',
  '/run/secrets/db_password',
  './keys/jwt.pem',
  'me@example.com',
  'localhost:5432',
])('a secret name with %s', value => {
  expect(values(`DB_SECRET=${value}`)).toEqual([])
})

test.each(['…', '••••••••', '———', '«——»', '■■■■■■■■', '＊＊＊＊＊＊＊＊', 'sk-abc…'])(
  'a secret name with %s',
  value => {
    expect(findDotenvValues(Buffer.from(`DB_SECRET=${value}`), '.env')).toEqual([])
  },
)

test.each([
  'NEXT_PUBLIC_ANALYTICS',
  'VITE_APP_KEY',
  'STRIPE_PUBLISHABLE_KEY',
  'VAPID_PUBLIC_KEY',
  'CLIENT_ID',
  'AWS_ACCESS_KEY_ID',
  'AWS_REGION',
  'DB_HOST',
  'NODE_ENV',
  'LOG_LEVEL',
  'GIT_SHA',
  'IMAGE_TAG',
  'TOKEN_TTL',
])('%s is made to be shown', name => {
  expect(values(`${name}=${key}`)).toEqual([])
})

test.each([
  'production',
  'my-app-production-2024',
  '4f9a1c02-7b3d-4e55-8a61-90d2c7b1e3f4',
  'eu-central-1',
  '12.4.1-alpine',
  'smtp.mail.example.com:587',
  'a sentence with some words in it 42',
])('an ordinary name with %s', value => {
  expect(values(`SOMETHING=${value}`)).toEqual([])
})

test.each<[string, string, string?]>([
  ['the default of a variable', `A_SECRET=\${B:-${key}}`],
  ['one without a colon, in quotes', `A_SECRET="\${B-${key}}" # c`],
  ['one that is set', `A_SECRET=\${B:=${key}}`],
  ['the innermost', `A_SECRET=\${B:-\${C:-${key}}}`],
  ['of an address that is a default', `A_URL=\${B_URL:-postgres://app:${key}@db.internal/app}`],
  ['what stands beside a variable', `A_SECRET=\${B}${key}`],
  ['a quote that is not closed', `A_SECRET="${key}`],
  ['YAML', `A_SECRET: '${key}'`],
  ['CRLF and a byte order mark', `\u00ef\u00bb\u00bfA_SECRET=${key}\r\nB=1\r\n`],
  ['the second on a line of a shell', `export A=1 A_SECRET=${key}; export B`, '.envrc'],
  ['the quotes of a shell', `export A_SECRET=$'${key}'`, 'web/.envrc'],
])('%s', (_, text, path) => {
  const found = find(text, path)
  expect(found.map(({ value }) => value)).toEqual([key])
  expect(text.slice(found[0]!.start, found[0]!.end)).toBe(key)
})

test.each([
  'A_SECRET=${B:-}',
  'A_SECRET=${B:-changeme}',
  'A_SECRET=${B:?is missing}',
  'A_SECRET=${B:-${C}}',
  'DB_PASSWORD=${DB_PASSWORD:-postgres}',
  'A_SECRET=${B}/${C}',
  'A_SECRET="${B}"',
])('nothing of its own: %s', text => expect(values(text)).toEqual([]))

test('of an address the password', () => {
  const [found] = find(`DATABASE_URL="postgres://app:${key}@db.internal:5432/app"`)
  expect(found).toEqual({ key: 'DATABASE_URL', value: key, start: 29, end: 29 + key.length })
})

test.each([
  'DATABASE_URL=postgres://localhost:5432/app',
  'DATABASE_URL=postgres://postgres:postgres@localhost/app',
  'DATABASE_URL=postgres://app:${DB_PASSWORD}@db/app',
  'DATABASE_URL=postgres://app:changeme@db/app',
  'API_URL=https://api.example.com/v1',
  'WEBHOOK_URL=https://example.com/hooks',
])('no secret: %s', text => {
  expect(values(text)).toEqual([])
})

test('the whole address of a webhook', () => {
  const url = `https://hooks.example.com/services/${key}`
  expect(values(`ALERT_WEBHOOK=${url}`)).toEqual([['ALERT_WEBHOOK', url]])
})

test('templates and other files are left alone', () => {
  expect(values(`API_TOKEN=${key}`, '.env.example')).toEqual([])
  expect(values(`API_TOKEN=${key}`, 'settings.py')).toEqual([])
  expect(values(`export API_TOKEN=${key}`, 'web/.envrc')).toEqual([['API_TOKEN', key]])
})

test('a key of several lines is found whole', () => {
  const pem = ['-----BEGIN', ' PRIVATE KEY-----\n', random(64), '\n-----END', ' PRIVATE KEY-----'].join('')
  expect(values(`TLS_PRIVATE_KEY="${pem}"\nPORT=1`)).toEqual([['TLS_PRIVATE_KEY', pem]])
})

test('what is found stands where it says, whatever the bytes', () => {
  const line = fc.oneof(
    fc.constantFrom(`A_SECRET=${key}`, `B_URL=redis://:${key}@h/0`, `C_TOKEN='${key}'`, 'D=1'),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, eol) => {
      const bytes = Buffer.from(lines.join(eol), 'utf8')
      for (const { value, start, end } of findDotenvValues(bytes, '.env')) {
        expect(bytes.toString('latin1', start, end)).toBe(value)
      }
    }),
  )
})

test('a default that somebody made fit for use is one for judges, a bare default is none', () => {
  expect(values('ADMIN_PASSWORD=Admin2024!\nDB_PASSWORD=postgres\n')).toEqual([['ADMIN_PASSWORD', 'Admin2024!']])
})

describe('values with a user or key words in them', () => {
  const valuesOf = (text: string) => findDotenvValues(Buffer.from(text), '.env').map(({ value }) => value)
  it('are the password behind the user', () => {
    expect(valuesOf('BASIC_AUTH=deploy:amber74x\n')).toEqual(['amber74x'])
    expect(valuesOf('BASIC_AUTH=user:password\n')).toEqual([])
  })
  it('are none of an object, of which patterns tell', () => {
    expect(valuesOf('CREDS={"user":"a","password":"amber74x"}\n')).toEqual([])
  })
  it('are the password among key words', () => {
    expect(valuesOf('DB_DSN="host=db user=app password=amber74x dbname=a"\n')).toEqual(['amber74x'])
    expect(valuesOf('CONNECTION_STRING=Server=db;Uid=a;Pwd=amber74x;\n')).toEqual(['amber74x'])
  })
})
