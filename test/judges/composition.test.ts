import { describe, expect, it } from 'vitest'
import { composition } from '../../src/judges/composition.ts'
import { makeCase } from './make-case.ts'
import { ALPHABETS, createRandom, randomText } from './random-text.ts'

const opinionOf = (value: string, parts: Record<string, string>) =>
  composition(makeCase(value, { rule: { generic: true }, parts }))
const asKey = (value: string) => opinionOf(value, { name: 'apiToken' })
const asPassword = (value: string) => opinionOf(value, { name: 'dbPassword' })

const inFile = (value: string, name: string, path: string) =>
  composition(makeCase(value, { rule: { generic: true }, parts: { name }, path }))

it('believes less in hex digits of a text', () =>
  expect(asKey(Buffer.from('a super secret iv 42').toString('hex'))?.says).toBe('lower'))

describe('composition of lists and names of functions', () => {
  it.each([
    'prog,link',
    'Wachtwoord-vergeten?',
    'AUTHENTICATE_CRAMMD5',
    'ssh2_auth_pubkey_file',
    'sha256_password',
    'base64-encoded',
    'render2FaUserSettings',
    'test_convert_lc_node_1',
    'kadm5_create_principal',
    'pm-16117-change-existing-password-refactor',
    'pm-27086-update-apis-for-input-password',
    'admin.oauth2.app-secret',
    'password_hash_b64',
    'R_DKIM_ALLOW',
    '.tls.certPrivateKeyPassword',
    '@portal/forgot_password/reset_password_request',
    '/password-reset/identity/finish',
    'default_2fa_method',
    'oidc.oauth2_hmac_secret',
    'private_key_b64',
    'passwordHashB64',
  ])('drops %s', value => expect(asPassword(value)?.says).toBe('drop'))
  it('lowers base64 of words', () =>
    expect(asPassword(Buffer.from('my-otter-lantern-of-this-server\n').toString('base64'))?.why).toBe(
      'base64 of words',
    ))
  it('takes the value of an option of a command for a password', () =>
    expect(opinionOf('kite77', { command: 'sshpass' })?.says).toBe('note'))
})

describe('composition of keys', () => {
  it('takes letters behind a prefix for a made value', () => {
    const letters = ['OUVgNUOQRIMo', 'kfmuJvBJoUTN'].join('')
    expect(asKey(letters)?.says).toBe('raise')
    expect(asKey(`app-${letters}`)?.says).toBe('raise')
    expect(asKey('app-applicationConfigurationName')?.says).not.toBe('raise')
  })

  it('lowers base64 of words', () => {
    expect(asKey(Buffer.from('a-git-token of mine').toString('base64'))?.why).toBe('base64 of words')
    expect(asKey(Buffer.from('q8Zt2LmX0vRk').toString('base64'))?.says).not.toBe('drop')
  })

  it.each([
    'getUserToken',
    'authorization_code',
    'refresh-token-v2',
    'Invalid token',
    'node_modules/foo/index',
    'identifier',
    'short1x',
  ])('drops %s', value => expect(asKey(value)?.says).toBe('drop'))

  it('raises what a machine made', () => {
    const random = createRandom(11)
    for (const [alphabet, length] of [
      ['alnum', 32],
      ['hex', 32],
      ['base64url', 43],
    ] as const) {
      expect(asKey(randomText(random, ALPHABETS[alphabet], length))?.says).toBe('raise')
    }
  })

  it('raises hex in which letters make words by chance', () => {
    expect(asKey(['5409', 'cedde', '3182', 'b9c6844', '5137', 'ddacee', '4'].join(''))?.says).toBe('raise')
    expect(asKey('deadbeefcafebabe')?.says).not.toBe('raise')
  })

  it('does not raise words in other letters, and lowers what was typed at random', () => {
    expect(asKey('TeL3sc0pE+pAsSwOrD+fRoMtHeMo0nS1de')?.says).toBe('note')
    expect(asPassword('T3l3sc0peP@ssword')?.says).toBe('note')
    expect(asPassword('jfkdhgalsk5jdhfkgjalk3sjdhfgaklsjdh')?.says).toBe('lower')
  })

  it('drops base64 of a name as a password', () =>
    expect(asPassword(Buffer.from('sentinel_password').toString('base64'))?.says).toBe('drop'))

  it('doubts what has few different characters', () => {
    expect(asKey('0010110100101100')?.says).toBe('doubt')
  })

  it('lowers what is half a word', () => {
    expect(asKey('kubernetes1x9q')?.says).toBe('lower')
  })
})

describe('composition of letters and of ids', () => {
  it('raises 32 letters of both cases, and of one', () => {
    const random = createRandom(5)
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    for (const alphabet of [letters, letters + letters.toUpperCase()]) {
      const raised = Array.from({ length: 100 }, () => asKey(randomText(random, alphabet, 32))?.says === 'raise')
      expect(raised.filter(Boolean).length).toBeGreaterThanOrEqual(95)
    }
  })
  it.each(['organizationMembersTableState', 'applicationSettingsVersionTwo', 'XMLHttpRequestUploadProgress'])(
    'takes %s for words',
    value => expect(asKey(value)?.says).toBe('drop'),
  )
  it('takes an id for made, whatever its letters', () => {
    expect(asKey('decade00-face-4bad-8bed-feedcafe0bad')?.says).toBe('raise')
  })
})

describe('composition of passwords', () => {
  it.each([
    'Enter your password',
    'Neues Passwort',
    'Please enter it again.',
    'user.password',
    'currentPassword',
    'my-smtp-password',
    'abc12',
  ])('drops %s', value => expect(asPassword(value)?.says).toBe('drop'))

  it.each(['sunshine', 'butterfly', 'two words'])('lowers %s', value => {
    expect(asPassword(value)?.says).toBe('lower')
  })

  it.each(['password123', 'secretkey', 'letmein1'])('doubts %s in code', value => {
    expect(opinionOf(value, { name: 'userPassword' })?.says).toBe('doubt')
  })

  it.each(['P@ssw0rd!', 'Adm1n2024', 'Sup3rS3cret!'])('keeps %s, which somebody had to set', value => {
    expect(asPassword(value)?.says).toBe('note')
  })

  it.each(['plumKettle', 'ferris-crab'])('keeps %s where a service asks for its password', value => {
    expect(inFile(value, 'db_password', 'src/db.rs')?.says).toBe('note')
    expect(inFile(value, 'password', 'src/form.ts')?.says).toBe('drop')
  })
  it('takes words for a secret that people choose, where settings are', () => {
    expect(inFile('plumKettleMarbleKey', 'app.jwtSecret', 'a.properties')?.says).toBe('note')
    expect(inFile('plumKettleMarbleKey', 'jwtSecret', 'src/a.ts')?.says).toBe('drop')
    expect(inFile('supersecretjwtkey42', 'JWT_KEY', 'src/a.ts')?.says).toBe('note')
    expect(inFile('supertestjwtkey1234', 'JWT_KEY', 'src/a.ts')?.says).toBe('doubt')
  })
  it.each(['mailKey', 'config-value', 'prod.db.password.1'])('drops %s all the same', value => {
    expect(inFile(value, 'db_password', 'src/db.rs')?.says).toBe('drop')
  })

  it('keeps a guessable one with a digit where a login stands', () => {
    expect(inFile('letmein99', 'MAIL_PASSWORD', 'config/prod.ini')?.says).toBe('note')
    expect(inFile('letmein', 'MAIL_PASSWORD', 'config/prod.ini')?.says).toBe('doubt')
  })

  it.each(['hunter2', 'Summer2024!', 'Tr0ub4dor&3', 'kX9!mQ2z', 'mNADR1dyGiaLER'])('keeps %s', value =>
    expect(asPassword(value)?.says).toBe('note'),
  )

  it('raises a long one that a machine made', () => expect(asPassword('kX9!mQ2zT7$wLp4@vB')?.says).toBe('raise'))

  it('asks no more of what stands after a user', () => {
    expect(opinionOf('kX9!mQ2z', { user: 'app' })?.says).toBe('note')
    expect(opinionOf('kx92mq2z', {})?.says).toBe('drop')
  })
  it('takes what is set by a call for a password where it is made like one', () => {
    expect(opinionOf('kX9!mQ2z', {})?.says).toBe('note')
    expect(opinionOf('purple-otter-lantern', {})?.says).toBe('note')
    expect(opinionOf('purple-otter-lantern', { name: 'jwt_secret' })?.says).toBe('note')
    expect(opinionOf('redis-master-credentials', { name: 'jwt_secret' })?.says).toBe('drop')
  })
  it('takes four digits behind a word for a choice, but no row of the keyboard', () => {
    expect(asPassword('welcome9527')?.says).toBe('note')
    expect(asPassword('welcome1234')?.says).toBe('doubt')
  })
})

describe('composition of recovery words', () => {
  const words = 'ozone river camel tidy velvet goat lamp mango orbit pencil quiz salad'
  it('keeps twelve words', () => expect(opinionOf(words, { name: 'MNEMONIC' })?.says).toBe('note'))
  it('drops one word again and again', () => {
    expect(opinionOf(`${'abandon '.repeat(11)}about`, { name: 'MNEMONIC' })?.says).toBe('drop')
  })
})

describe('composition', () => {
  it('is not asked of a vendor form, nor of an address with a password', () => {
    expect(composition(makeCase('getUserToken', { parts: { name: 'apiToken' } }))).toBeUndefined()
    expect(asKey('postgres://app:secretary@database.example.com/application')).toBeUndefined()
  })
})

it('doubts a password that is the same as its user', () => {
  const of = (text: string) =>
    composition(makeCase('pelican84', { text, rule: { generic: true }, parts: { name: 'POSTGRES_PASSWORD' } }))?.says
  expect(of('POSTGRES_USER: pelican84\nPOSTGRES_PASSWORD: pelican84\n')).toBe('doubt')
  expect(of('POSTGRES_USER: shop\nPOSTGRES_PASSWORD: pelican84\n')).toBe('note')
})
