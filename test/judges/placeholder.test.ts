import { describe, expect, it } from 'vitest'
import { placeholder } from '../../src/judges/placeholder.ts'
import { makeCase } from './make-case.ts'

const DROPPED = [
  '…',
  '...',
  '•••••',
  '****',
  'xxxx',
  '———',
  '«——»',
  '·········',
  '■■■■■■■■',
  '。。。。。。',
  '＊＊＊＊＊＊',
  '○●○●○●○●',
  'AKIAIOSFODNN7EXAMPLE',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'sk-your-key-here',
  'REPLACE-PASS-1-as-encoded',
  `invalid-${'q8Zt2LmX0vRkT7'.repeat(3)}`,
  '!{[$prefix=',
  '{$pass_result}',
  "{SETTINGS['sasl.password']}",
  'ECrDNoq1VYzzzzzzzzzyAK7',
  '$values[dbPass]',
  'EDITME',
  'sk-47aa124781be4bfb95244cc62f6xxxx',
  'yourpostfixdbpassword',
  `SampleRefreshToken${'q8Zt2LmX0vRkT7'.repeat(3)}`,
  'sk_live_abc123xyz789',
  'which-should-be-changed-in-production',
  '<--- THIS NEEDS TO BE FILLED',
  'your-secret-key',
  'GIT_PASSWORD',
  '#request.adminPassword#',
  '$confdir/naspasswd',
  'hashed_with_$algorithm',
  'votre_mot_de_passe',
  'LWM2M_SERVER_SECRET_KEY',
  '%generate(secret)%',
  "'.bin2hex(random_bytes(16)).'",
  'YOUR_API_KEY',
  'yourAccessToken',
  'insert-token-here',
  'PUT_YOUR_KEY',
  'replace-me',
  'REPLACE_WITH_KEY',
  'changeme',
  'change-this-in-production',
  'sk-...',
  'sk-proj-abc\u2026',
  'sk-****',
  'sk_live_xxxxxxxxxxxxxxxx',
  'ghp_XXXXXXXXXXXXXXXXXXXX',
  '${DB_PASSWORD}',
  'prefix-${KEY}-suffix',
  '${DB_PASSWORD:-}',
  '{{ vault_password }}',
  '{{.Values.password}}',
  '$(cat /run/secrets/x)',
  '#{ENV_KEY}',
  '<%= secret %>',
  '<your key>',
  'Bearer <token>',
  '%DB_PASSWORD%',
  '%(password)s',
  '$DB_PASSWORD',
  '@db.password@',
  '__SECRET__',
  '{password}',
  '%s',
  '[REDACTED]',
  'REDACTED',
  'fake-key-for-tests',
  'dummy-token',
  'placeholder',
]

const KEPT = [
  'пароль-Щ7кл',
  '密码是这个不要说',
  'q8Zt2LmX0vRk',
  'AKIA' + 'Q3EGRIBAKWJ7M2XZ',
  'p$ss{w0}rd!Q',
  'a%b%c9!xT',
  'yourself9XkQ2',
  'S3cure<>Pw',
  'exam7PLE2q',
]

const base64 = (text: string) => Buffer.from(text).toString('base64')

it('drops words with a blank between, as an address has it', () =>
  expect(placeholder(makeCase('secure%20password', { rule: { generic: true } }))?.says).toBe('drop'))

it('drops a key of a vendor that is base64 of words which ask for a value', () => {
  const value = Buffer.from('changeme'.repeat(4)).toString('base64').replace(/=+$/, '')
  expect(placeholder(makeCase(value))?.says).toBe('drop')
})

describe('placeholder', () => {
  it('drops what says to leave it empty', () =>
    expect(placeholder(makeCase('*leave', { rule: { generic: true } }))?.says).toBe('drop'))

  it.each(DROPPED)('drops %s', value => {
    expect(placeholder(makeCase(value))).toMatchObject({ says: 'drop', verdict: { placeholder: true } })
  })

  it.each(KEPT)('says nothing of %s', value => {
    expect(placeholder(makeCase(value))).toBeUndefined()
  })

  it.each([
    'password',
    'my-secret-key',
    'mySuperSecretPassword',
    'admin',
    'test-token',
    'Passwort',
    'letmein',
    '&lt;password&gt;',
    '\\nsecret\\n',
  ])('drops %s where only a name says that it is a secret', value => {
    expect(placeholder(makeCase(value, { rule: { generic: true } }))?.says).toBe('drop')
    expect(placeholder(makeCase(value))).toBeUndefined()
  })

  it('drops a word for itself behind the name of a vendor, where any text is taken', () =>
    expect(placeholder(makeCase('password', { rule: { minEntropy: 2 } }))?.says).toBe('drop'))

  it('says nothing of a key block, which holds words by chance', () => {
    expect(placeholder(makeCase(`-----BEGIN PRIVATE KEY-----\n${'dummy'.repeat(20)}`))).toBeUndefined()
  })

  it.each(['password1,password2,password3', 'anonymous@', Buffer.from('my-root-password').toString('base64')])(
    'drops %s where only its name says that it is a secret',
    value => {
      expect(placeholder(makeCase(value, { rule: { generic: true } }))?.says).toBe('drop')
      expect(placeholder(makeCase(value))).toBeUndefined()
    },
  )

  it.each(['TS_AUTHKEY', 'ihr-passwort', 'PleaseGenerateA50CharLul', '{delta_rate:+.2f}'])('drops %s too', value =>
    expect(placeholder(makeCase(value, { rule: { generic: true }, parts: { name: 'secretKey' } }))?.says).toBe('drop'),
  )

  it('drops the heading of a section where a list may begin', () => {
    const of = (text: string) => placeholder(makeCase('headers', { text, rule: { rows: true } }))?.says
    expect(of('[headers]')).toBe('drop')
    expect(of('["headers"]')).toBeUndefined()
  })

  it('drops a name in braces', () => {
    const of = (value: string) => placeholder(makeCase(value, { text: `"User=sa;Password={${value}}"` }))?.says
    expect(of('sql1-password.value')).toBe('drop')
    expect(of('q8Zt2LmX0vRk4WnB')).toBeUndefined()
  })

  it('lets a weak password pass where a tool keeps its logins', () => {
    const one = (path: string, value = 'dragon1') =>
      placeholder(makeCase(value, { path, rule: { generic: true }, parts: { name: 'password' } }))
    expect(one('home/.my.cnf')).toBeUndefined()
    expect(one('src/login.ts')?.says).toBe('drop')
    expect(one('home/.my.cnf', 'testdefault1')?.says).toBe('drop')
  })

  it('looks into base64 for what something else fills in', () => {
    const one = (value: string) => placeholder(makeCase(value, { rule: { generic: true }, parts: { name: 'token' } }))
    expect(one(base64('{{ token }}'))?.says).toBe('drop')
    expect(one('$encrypted$')?.says).toBe('drop')
    expect(one(`APP_${base64('access_token')}`)?.says).toBe('drop')
    expect(one(base64('q8Zt2LmX0vRk'))).toBeUndefined()
  })
})
