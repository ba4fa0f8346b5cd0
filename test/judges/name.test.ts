import { describe, expect, it } from 'vitest'
import { name } from '../../src/judges/name.ts'
import { nameKind } from '../../src/judges/name-kind.ts'
import { plainName } from '../../src/judges/plain-name.ts'
import { makeCase } from './make-case.ts'

const opinionOf = (given: string, value = 'q8Zt2LmX0vRk') =>
  name(makeCase(value, { rule: { generic: true }, parts: { name: given } }))

describe('name', () => {
  it.each([
    'csrf_token',
    'NEXT_PUBLIC_API_KEY',
    'website_key',
    'gateway_key',
    'analytics_app_key',
    'X-Amz-Credential',
    'SYNCHRONIZER_TOKEN',
    'authenticity_token',
    'nextPageToken',
    'u0026pageToken',
    'continuationToken',
    'search_only_api_key',
  ])('drops %s: public', given => expect(opinionOf(given)).toMatchObject({ says: 'drop', verdict: { name: 'public' } }))
  it.each(['existingSecret', 'existing_password', 'security_key_id'])('drops %s: about', given =>
    expect(opinionOf(given)).toMatchObject({ says: 'drop', verdict: { name: 'about' } }),
  )
  it('of storage is what logs in there, by its form', () => {
    expect(opinionOf('S3_KEY', 'nDRQRpeDboNYYRCeH0B3+tgV5A8/TBpwp9ZYF0Dh'.split('').reverse().join(''))).toBeUndefined()
    expect(opinionOf('S3_KEY', 'uploads/2024/avatar-12.png')?.says).toBe('drop')
  })
  it('of a bare key asks that its value was made', () => {
    expect(opinionOf('key', 'organizationmembertable')?.says).toBe('drop')
    expect(opinionOf('key', '0f3b9c27d4e85a61')?.says).toBe('drop')
    expect(opinionOf('key', 'zq8xkv2mwt7hjl4p')).toBeUndefined()
    const of = (text: string) =>
      name(makeCase('0f3b9c27d4e85a61', { text, rule: { generic: true }, parts: { name: 'key' } }))
    expect(of("encryption: { key: '0f3b9c27d4e85a61' }")).toBeUndefined()
    expect(of("rapid: { key: '0f3b9c27d4e85a61' }")?.says).toBe('drop')
    expect(of('api key: `0f3b9c27d4e85a61`')).toBeUndefined()
  })
  it.each(['paymentToken', 'requestToken', 'searchToken', 'asset_token'])('doubts %s: of one thing', given =>
    expect(opinionOf(given)).toMatchObject({ says: 'doubt', verdict: { name: 'thing' } }),
  )
  it.each(['NOPASSWD', 'pass_rate', 'REDACTED_CREDENTIAL_VALUE'])('drops %s: about', given =>
    expect(opinionOf(given)).toMatchObject({ says: 'drop', verdict: { name: 'about' } }),
  )
  it('drops the next of a list of names', () => {
    const of = (value: string) =>
      name(makeCase(value, { rule: { generic: true, id: 'generic-argument' }, parts: { name: 'accounts-password' } }))
    expect(of('accounts-2fa')?.says).toBe('drop')
    expect(of('otter-2fa')).toBeUndefined()
  })
  it('drops the name of the key under which it is kept', () => {
    expect(opinionOf('passwordKey', 'smtp-password')?.says).toBe('drop')
    expect(opinionOf('passwordKey')).toBeUndefined()
  })
  it('drops which part of a secret is meant, where it says where that comes from', () => {
    const of = (text: string) =>
      name(makeCase('bindDn', { text, rule: { generic: true }, parts: { name: 'secretKey' } }))?.says
    expect(of('- secretKey: bindDn\n  remoteRef:\n    key: ldap')).toBe('drop')
    expect(of('secretKey: bindDn')).toBeUndefined()
    expect(opinionOf('TS_KUBE_SECRET', 'tailscale')?.says).toBe('drop')
    expect(opinionOf('TS_KUBE_SECRET')).toBeUndefined()
  })
  it.each(['csrfSecret', 'deployToken', 'NEXT_PUBLIC_CLIENT_SECRET'])('keeps %s', given =>
    expect(opinionOf(given)).toBeUndefined(),
  )
  it('drops the name of a Secret of Kubernetes, not a key of TLS', () => {
    expect(opinionOf('tlsSecret', 'shop.example-tls')?.says).toBe('drop')
    expect(opinionOf('imagePullSecret', 'registry-login')?.says).toBe('drop')
    expect(opinionOf('tlsSecret')).toBeUndefined()
  })
  it('drops the name under which a setting is kept', () => {
    expect(opinionOf('PREFERENCE_PASSCODE', 'PrefPinCode1')?.says).toBe('drop')
    expect(opinionOf('PREF_PASSWORD')).toBeUndefined()
  })
  it.each([
    'pwdir',
    'ldapPasswordComplexityCode',
    'passwordElement',
    'test_spreadsheet_key',
    'eap_pwd_ldflags',
    'postman-token',
    'x-encryption-key-sha256',
  ])('drops %s', given => expect(opinionOf(given)?.says).toBe('drop'))
  it.each(['NordPass', 'OnePassword', 'keepass_xc'])('doubts %s: a program', given =>
    expect(opinionOf(given)?.says).toBe('doubt'),
  )
  it.each(['lastPassword', 'onePass', 'myPassword', 'tokenCode'])('keeps %s too', given =>
    expect(opinionOf(given)?.verdict).not.toMatchObject({ name: 'program' }),
  )
  it('drops a file and its digest', () => {
    const of = (text: string) =>
      name(makeCase('0f3b9c27d4e85a610f3b9c27d4e85a61', { text, rule: { generic: true }, parts: { name: 'passwd' } }))
    expect(of('/etc/passwd: 0f3b9c27d4e85a610f3b9c27d4e85a61')?.says).toBe('drop')
    expect(of('db: /srv passwd: 0f3b9c27d4e85a610f3b9c27d4e85a61')).toBeUndefined()
  })
  it('drops the name of a file', () => expect(opinionOf('pwd.h')?.says).toBe('drop'))

  it.each([
    'secretName',
    'token_url',
    'passwordField',
    'API_KEY_ID',
    'tokenExpiry',
    'password-policy',
    'secret_arn',
    'reset-password',
    'THEME_COLOR_PWD',
    'PASS_FILTER',
    'hwScaleFilterFirstPass',
    'password_characters',
    'pwdExpireWarning',
    'STUDIO_SECRET_REFRESH_CHANNEL',
    'password_mismatch',
  ])('drops %s: about a secret', given =>
    expect(opinionOf(given)).toMatchObject({ says: 'drop', verdict: { name: 'about' } }),
  )

  it.each([
    'publicKey',
    'PUBLISHABLE_KEY',
    'siteKey',
    'ssh_public_key',
    'primaryKey',
    'cacheKey',
    'keyPress',
    'imageKey',
    'S3_KEY',
  ])('drops %s: public', given => expect(opinionOf(given)).toMatchObject({ says: 'drop', verdict: { name: 'public' } }))

  it.each(['password', 'DB_PASSWORD', 'apiKey', 'client_secret', 'AZURE_STORAGE_KEY', 'authToken', 'Authorization'])(
    'says nothing of %s',
    given => expect(opinionOf(given)).toBeUndefined(),
  )

  it('says nothing of an address with a password in it, whatever it is called', () => {
    expect(opinionOf('DATABASE_URL', 'postgres://app:q8Zt2LmX0vRk@db/app')).toBeUndefined()
    expect(opinionOf('DATABASE_URL', 'postgres://db/app')?.says).toBe('drop')
  })

  it('drops the next of a list: of names, of versions, of marks with a number, of domains', () => {
    const of = (given: string, value: string, id = 'generic-argument') =>
      name(
        makeCase(value, { text: `'cane.${given}', '${value}'`, rule: { id, generic: true }, parts: { name: given } }),
      )?.says
    expect(of('3.x_password', '3.x_appcred')).toBe('drop')
    expect(of('t1-passwords-and-sign-in', 't2-two-factor-lockout')).toBe('drop')
    expect(of('t1-passwords-and-sign-in', 'walnut84')).toBeUndefined()
    expect(of('pw', 'carp101.pro', 'generic-text-pw')).toBe('drop')
    expect(of('pw', ':0f3a9c27', 'generic-text-pw')).toBe('drop')
    expect(of('pw', 'walnut84', 'generic-text-pw')).toBeUndefined()
  })

  it('lowers the next text of a list, not an argument', () => {
    const of = (before: string) => {
      const text = `${before}"db_password", "walnut84"`
      const one = makeCase('walnut84', {
        text,
        rule: { id: 'generic-argument', generic: true },
        parts: { name: 'db_password' },
      })
      return name({ ...one, match: { ...one.match, matchStart: text.indexOf('password') } })?.says
    }
    expect(of('x = [f("a"), ')).toBe('lower')
    expect(of('x = (')).toBe('lower')
    expect(of('set(')).toBeUndefined()
    expect(of('all[0](x, ')).toBeUndefined()
    expect(of('')).toBeUndefined()
  })

  it('drops the name of a file of credentials', () => {
    expect(opinionOf('SSL_KEYSTORE_CREDENTIALS', 'broker1_keystore_creds')?.says).toBe('drop')
    expect(opinionOf('SSL_KEYSTORE_CREDENTIALS', 'walnut84')).toBeUndefined()
  })

  it('doubts the key of a captcha that a page shows', () => {
    expect(opinionOf('RECAPTCHA_KEY')?.says).toBe('doubt')
    expect(opinionOf('RECAPTCHA_SECRET_KEY')).toBeUndefined()
    expect(opinionOf('ANTICAPTCHA_KEY')).toBeUndefined()
  })

  it('is not asked where the form of the value is what counts', () => {
    expect(name(makeCase('q8Zt2LmX0vRk', { parts: { name: 'publicKey' } }))).toBeUndefined()
  })
})

describe('kind of name', () => {
  it.each([
    ['dbPassword', 'password'],
    ['PGPASS', 'password'],
    ['user_pwd', 'password'],
    ['passphrase', 'password'],
    ['ConvertTo-SecureString', 'password'],
    ['apiKey', 'key'],
    ['CLIENT_SECRET', 'key'],
    ['x-auth-token', 'key'],
    ['MNEMONIC', 'phrase'],
    ['seedPhrase', 'phrase'],
    ['colour', 'other'],
    ['wifiKey', 'password'],
    ['l\u00c3\u00b6senord', 'password'],
    ['katasandi', 'password'],
  ])('of %s is %s', (given, kind) => expect(nameKind(given)).toBe(kind))

  it('does not depend on the spelling', () => {
    for (const spelling of ['apiAccessKey', 'API_ACCESS_KEY', 'api-access-key', 'Api.Access.Key', 'APIAccessKey']) {
      expect(plainName(spelling)).toBe('api_access_key')
    }
  })
})

describe('a name of user and password', () => {
  it('is dropped: the user stands first', () => {
    const one = (given: string) => name(makeCase('me.corp7', { rule: { generic: true }, parts: { name: given } }))
    expect(one('auth-user-pass')?.says).toBe('drop')
    expect(one('user-pass')).toBeUndefined()
  })
})

describe('a name that tells of a test', () => {
  const opinionBeside = (text: string) =>
    name(makeCase('text-green-500', { rule: { generic: true }, parts: { name: 'pass' }, text }))
  it('is dropped beside what failed', () => {
    expect(opinionBeside("{ pass: 'text-green-500', fail: 'text-red-500' }")?.says).toBe('drop')
    expect(opinionBeside("{ user: 'me', pass: 'text-green-500' }")).toBeUndefined()
  })
})
