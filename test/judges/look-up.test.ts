import { describe, expect, it } from 'vitest'
import { lookUp } from '../../src/judges/look-up.ts'
import { makeCase } from './make-case.ts'

const generic = { rule: { generic: true } }

describe('look-up', () => {
  it('drops a member of what a pointer points at', () =>
    expect(lookUp(makeCase('pw_uid;', { ...generic, text: 'procuserid = pwd->pw_uid;' }))?.says).toBe('drop'))

  it.each([
    '$confdir/naspasswd',
    'hashed_with_$algorithm',
    '--sock-buf-size=1048576',
    '--registry_endpoint',
    '-L$withval',
    '&session-state:Tmp-Integer-0',
    '&TACACS-Data',
    'disabled.',
    'char**',
    '0].value',
    "'db'].password",
  ])('drops %s', value => expect(lookUp(makeCase(value, generic))?.says).toBe('drop'))

  it('drops what follows the ARN of a secret', () => {
    const text = 'key: arn:aws:secretsmanager:eu-west-1:000011112222:secret:rds!db-6b52b01a-5c9d'
    expect(lookUp(makeCase('rds!db-6b52b01a-5c9d', { ...generic, text }))?.says).toBe('drop')
  })

  it.each([
    "__REF__('//secretmanager.googleapis.com/{secret_id}')",
    'process.env.API_KEY',
    'import.meta.env.VITE_KEY',
    'os.getenv("API_KEY")',
    "os.environ['API_KEY']",
    'ENV["API_KEY"]',
    'ENV.fetch("API_KEY")',
    '$env:API_KEY',
    'System.getenv("KEY")',
    'getenv("KEY")',
    'Deno.env.get("KEY")',
    'secrets.API_KEY',
    'vault:secret/data/db#password',
    'op://vault/item/field',
    'arn:aws:secretsmanager:eu-west-1:000000000000:secret:db',
    'config.get("db.password")',
    '/run/secrets/db_password',
    '@env:APPLE_PASSWORD',
    '@keychain:notary',
    'urn:k8s:secret:shop:password',
    '$_ENV[KEY]',
  ])('drops %s, quoted or not', value => {
    expect(lookUp(makeCase(value, generic))?.says).toBe('drop')
    expect(lookUp(makeCase(value, { text: `k = ${value}` }))?.says).toBe('drop')
  })

  it.each(['null', 'undefined', 'None', 'true', 'string', 'String', 'Optional[str]', 'nil', 'SecretStr'])(
    'drops %s, a type or no value',
    value => {
      expect(lookUp(makeCase(value, generic))?.says).toBe('drop')
    },
  )

  it.each([
    'user.password',
    'getToken()',
    'generateSecret(32,',
    'this.options.token',
    'argv[++j]',
    'new Token(x)',
    'conn->password',
  ])('drops the expression %s', value => {
    expect(lookUp(makeCase(value, { ...generic, text: `password = ${value}\n`, path: 'a.cpp' }))?.says).toBe('drop')
  })

  it.each([`os.getenv("KEY_q8Zt2")`, `credentials('KEY_q8Zt2')`, `getSecret("KEY_q8Zt2")`, `process.env["KEY_q8Zt2"]`])(
    'drops what only names it in %s',
    call => expect(lookUp(makeCase('KEY_q8Zt2', { ...generic, text: `password = ${call}\n` }))?.says).toBe('drop'),
  )

  it('takes the default of a look-up for a value', () => {
    const text = `password = os.getenv("KEY", "q8Zt2LmX0vRk")\n`
    expect(lookUp(makeCase('q8Zt2LmX0vRk', { ...generic, text }))).toBeUndefined()
  })

  it('takes two words with a dot and a digit for a value where there are no expressions', () => {
    const one = { ...generic, text: 'password = plum.Kettle4\n' }
    expect(lookUp(makeCase('plum.Kettle4', { ...one, path: 'a.properties' }))).toBeUndefined()
    expect(lookUp(makeCase('plum.Kettle4', { ...one, path: 'a.py' }))?.says).toBe('drop')
  })

  it('takes a bare word for a variable in code only', () => {
    const one = { ...generic, text: 'password = hunterhunter\n' }
    expect(lookUp(makeCase('hunterhunter', { ...one, path: 'a.py' }))?.says).toBe('drop')
    expect(lookUp(makeCase('hunterhunter', { ...one, path: 'a.yml' }))).toBeUndefined()
    expect(lookUp(makeCase('hunterhunter', one))).toBeUndefined()
    const quoted = { ...generic, text: 'password = "hunterhunter"\n', path: 'a.py' }
    expect(lookUp(makeCase('hunterhunter', quoted))).toBeUndefined()
  })

  it.each(['SG.q8Zt2LmX0vRk.W3nPz7KdY1hB5', 'aB3(x9!kQ2)z', 'q8Zt+LmX0/vRkTz=', '[9xK!w2Lq0Z'])(
    'keeps %s, which only looks like an expression',
    value => {
      expect(lookUp(makeCase(value, { ...generic, text: `password: ${value}\n`, path: 'a.yml' }))).toBeUndefined()
    },
  )
})
