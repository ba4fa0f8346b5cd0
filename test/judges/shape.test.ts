import { describe, expect, it } from 'vitest'
import { shape } from '../../src/judges/shape.ts'
import { makeCase } from './make-case.ts'
import { ALPHABETS, createRandom, randomText } from './random-text.ts'

const random = createRandom(7)
const hex = (length: number) => randomText(random, ALPHABETS.hex, length)
const opinionOf = (value: string, name = 'token', text?: string) =>
  shape(makeCase(value, { rule: { generic: true }, parts: { name }, ...(text !== undefined && { text }) }))

describe('shape', () => {
  it('doubts ids that services answer as tokens, not passwords of digits', () => {
    expect(opinionOf('90517693841085351')?.says).toBe('doubt')
    expect(opinionOf('90517693841085351', 'password')).toBeUndefined()
    expect(opinionOf('cus_q8Zt2LmX0vRk')?.says).toBe('doubt')
    expect(opinionOf('cus_q8Zt2LmX0vRk', 'api_key')).toBeUndefined()
  })

  it('lowers what somebody typed as an id', () => {
    expect(opinionOf('905ae89e-6ee8-40rd-ab12-613t8e3fe836', 'privateKey')?.says).toBe('lower')
    expect(opinionOf('905ae89e-6ee8-40rd-ab12-613t8e3fe836', 'password')).toBeUndefined()
  })

  it('doubts the id of a record that is handed to a function', () => {
    const of = (id: string) =>
      shape(makeCase(`clj${'q8zt2lmx0vrk'.repeat(2).slice(0, 22)}`, { rule: { id, generic: true } }))
    expect(of('generic-argument')?.says).toBe('doubt')
    expect(of('generic-quoted')).toBeUndefined()
  })

  it.each(['(\\w+)/', '^.{8,32}$', '/(?!)/'])('drops %s, a pattern, where a password is set', value =>
    expect(opinionOf(value, 'password')?.says).toBe('drop'),
  )

  it.each([
    ['the name of a header', 'x-api-key'],
    ['a call', 'getSecret()'],
    ['the beginning of a call', 'mysqli_connect('],
    ['the beginning of a call', 'WiFi.begin('],
    ['the rest of a pattern', ')|sshpass'],
    ['the rest of a pattern', ')(.*)('],
    ['the name of a migration', '0001_initial'],
    ['a file name', 'accounts-multi.html#on-login'],
    ['a rate', '20/m/ip'],
    ['a path', '/change-password/{0}'],
    ['the address of a network', '10.244.0.0/16'],
    ['a version', '2.0.5=pyhd3eb1b0_0'],
    ['a repository', 'acme/native-auth#cc9ce2f468'],
    ['a rate', '5/10m/key,20/h'],
    ['a path', '/shop/api/0.3/application/encryption-key'],
    ['a file name', `Amber3/v4/21/7f/${'ab12cd34/'.repeat(9)}q.png`],
    ['a public key', `age1${'q8zt2lmx0v'.repeat(6).slice(0, 58)}`],
    ['the rest of a pattern', "'^[^,]+\\\\{'"],
    ['the name of an index', `FK_${hex(16).toUpperCase()}`],
    ['the name of an index', `idx_${hex(16)}`],
    ['a route', 'orders#update_password'],
    ['a type', 'float64'],
    ['an id', 'Q-9c46ab77-5c46-4e72-8a50-40be0a9275ea-0'],
    ['signs in their order', "%20!%22$%&'()*+,-.%3A%3B"],
    ['a word', 'Done.'],
    ['the name of a field', 'user[password]'],
    ['the name of a field', 'regex[]'],
    ['the name of a setting', 'ShopApi__SslCertPassword'],
    ['the name of a class', '\\\\Shop\\\\Model\\\\Password'],
    ['the rest of an expression', '\'.$request->database_password."'],
    ['a word', 'Contrase\\xF1a'],
    ['a route', 'Api\\ShopController@changePassword'],
    ['a path', 'pattern2/'],
    ['a made-up id', '12345678-25fa-4b05-9ced-35e7dd5093ae'],
    ['the name of a program', '1Password/SDK'],
    ['the name of a constant', 'E_32_ADPASS'],
    ['rules of validation', 'required|string|min:'],
    ['the rest of an expression', '.$request->input('],
    ['an address', '//acme.dev/search?q=\\u0002\\u00010'],
    ['an address of a network', '::fd87:20d6:a932:6605'],
    ['an algorithm', 'A128CBC-HS256'],
    ['an algorithm', 'ECDH-ES+A256KW'],
    ['the name of a constant', 'AWS_TEST_S3_ROLE'],
    ['a JWT without signature', `${Buffer.from('["HS256"]').toString('base64url')}.e30K`],
    ['the rest of an expression', '+String(y))}if(3!=i.biff'],
    ['rules of validation', 'confirmed|'],
    ['a token made to be shown', `phc_${randomText(random, ALPHABETS.hex, 43)}`],
    ['a number', '18446744073709551616L'],
    ['an address in memory', '0x7fffffffb940'],
    ['a region of a cloud', 'us-central1'],
    ['a region of a cloud', 'eu-west-2'],
    ['a setting', 'MYSQL_PORT_3306_TCP_ADDR=localhost'],
    ['the name of an element', '#ConfirmedPassword'],
    ['a word', '*Don’t'],
    ['bytes of no text', '5\\340+zBc\\363\\342'],
    ['bytes of no text', 'otter\\000\\000'],
    ['the rest of a pattern', '.*)@)?'],
    ['an algorithm', 'SHA256withRSA'],
    ['a line of /etc/passwd', 'alice:x:1001:1001::/home/alice'],
    ['rules of validation', 'confirmed|'],
    ['the rest of an expression', '"+conf['],
    ['an element with an attribute', 'input[type=password]'],
    ['a number', '3600'],
    ['a duration', '6hours'],
    ['a date', '2024-01-31T10:00:00Z'],
    ['a version', 'v1.2.3-beta.1'],
    ['a colour', '#ff00aa'],
    ['an address', 'https://example.com/oauth/token'],
    ['a host', 'auth.internal.example.com'],
    ['a path', './config/secret.pem'],
    ['a path', '/etc/app/token'],
    ['a file name', 'server.key'],
    ['a MIME type', 'application/vnd.api+json'],
    ['embedded data', 'data:image/png;base64,iVBORw0KGgo'],
    ['an e-mail address', 'someone@example.com'],
    ['markup', '<b>Token</b>'],
    ['a regular expression', '^[a-z]+$'],
    ['an address', 'tcp://192.0.2.7:26380?timeout=0.100'],
    ['a path', '/Users/a/Documents/work'],
    ['the header of a JWT', Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')],
    ['an encoding', 'latin1'],
    ['the address of a network card', '00:22:44:66:88:aa'],
    ['a filter of LDAP', '(&(objectClass=account)(uid=%n))'],
    [
      'a JWT without signature',
      [{ alg: 'HS256' }, { iss: 'a' }].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.'),
    ],
    ['a JWT without signature', `${Buffer.from('{"typ": "JWT"}').toString('base64url')}.e30.e30`],
    ['a JWT without signature', `${Buffer.from('{"typ": "JWT", "alg": "WTF"}').toString('base64url')}.`],
    ['an algorithm', 'PBKDF2WithHmacSHA256'],
    ['an algorithm', 'PBEWithMD5AndTripleDES'],
    ['the name of a resource', 'arn:aws:iam::000011112222:role/proxy'],
    ['a line of .pgpass', '*:5432:orders:app:walnut84'],
    ['a mark', 'SCRV1:'],
    ['an id', 'SMS_175435174'],
    ['the name of a document', 'RFC2385'],
    ['a JWT without signature', `${Buffer.from('{"alg":"none"}').toString('base64url')}.aa.aa`],
    ['the rest of an expression', '.urlencode($this->gateway->fieldOf('],
    ['a path', '/.well-known/change-password'],
    ['the rest of an address', '510&ws=0&qm=1&st=1'],
    ['a JWT without its header', `.${Buffer.from('{"exp":1565153148}').toString('base64url')}.q8Zt2LmX0vRk`],
    ['an address', 'edit.php?table=adminpassword'],
    ['a call', "t('layout.header.switchPassword')"],
    ['the rest of an expression', '+login.Password+'],
    ['bytes of no text', 'p\\0\\0\\0\\rotter\\0'],
    ['an algorithm', 'scram-sha-256'],
    ['an algorithm', 'AUTH_CRAMMD5'],
    ['an algorithm', 'aes-256-gcm'],
    ['rules of validation', 'required|confirmed|min:8'],
    ['the name of a class', 'Illuminate\\\\Support\\\\Password'],
    ['a format string', 'token: %s'],
    ['a selector', '#password-input'],
    ['rules of validation', 'between:60,60'],
    ['the name of an element', '#job-form-password'],
    ['a word', 'Contraseña'],
    ['a call', "resetForm.get('newPassword')"],
    ['a setting', '#broker.queue.virtualHost=/'],
    ['a source of accounts', 'compat'],
    ['bytes of no text', '\u0014mH\u001c0co~7'],
    ['bytes of no text', '9\ufffdN@v\ufffd;A'],
    ['the name of a class', 'django.contrib.auth.hashers.PBKDF2PasswordHasher'],
    ['the name of a ticket', 'pm-4516-devices-add-last-date'],
    ['the rest of an expression', '),f?c.createElement('],
    ['the rest of an expression', '","Enabled":false}'],
    ['the rest of an expression', 'p12Password),'],
    ['a resource of Android', '@color/white'],
    ['a resource of Android', '?attr/colorPrimary'],
    ['a setting', 'repeatlast=0'],
    ['the name of an element', '#loginPage'],
    ['the name of an element', '#verify'],
    ['a setting', 'id=npm,src=.npmrc'],
    ['a setting', 'host=db1'],
    ['the name of a constant', 'AUTH_LDAP_1_START_TLS'],
    ['the name of a variable', 'Password_5_3_1'],
    ['the name of an element', '.carousel-item-next:after'],
    ['ports', '1337:1337'],
    ['ports', '127.0.0.1:8080:80/tcp'],
    ['an emoji', 'unicode/1f9c2-200d'],
    ['a token made to be shown', `pub${hex(32)}`],
    ['a word', 'Datenbankpasswort'],
    ['a word', 'Contrase\\u00f1a:'],
    ['a word', '\\u041f\\u0430\\u0440\\u043e\\u043b\\u044c'],
    ['a path', '/path/to/keyfile'],
    ['text for people', '6\u6587\u5b57\u4ee5\u4e0a\u3067\u3059'],
    ['text for people', '\u041d\u0435\u0432\u0435\u0440\u043d\u044b\u0439 token'],
  ])('drops %s: %s', (what, value) => {
    expect(opinionOf(value)).toMatchObject({ says: 'drop', verdict: { shape: what } })
  })

  it('takes an id for what it is, unless it stands for a password', () => {
    const id = [8, 4, 4, 4, 12].map(length => hex(length)).join('-')
    expect(opinionOf(id, 'orderRef')).toMatchObject({ says: 'drop', verdict: { shape: 'an id' } })
    expect(opinionOf(id, 'passPhrase')).toBeUndefined()
    expect(opinionOf(id, 'password', `VALUES ('x1', 'password', '${id}', now())`)?.says).toBe('drop')
    expect(opinionOf(id, 'password', `props.put("password", "${id}")`)).toBeUndefined()
  })

  it('drops what a certificate is known by, as .NET writes it', () => {
    const value = randomText(random, ALPHABETS.hex, 40).toUpperCase()
    const text = `new Secret("${value}") {\n  Type = SecretTypes.X509CertificateThumbprint`
    expect(opinionOf(value, 'Secret', text)).toMatchObject({ says: 'drop', verdict: { shape: 'a digest' } })
    expect(opinionOf(value, 'Secret')).toBeUndefined()
  })

  it('takes an address with a password for what it is', () => {
    expect(opinionOf('https://app:q8Zt2LmX0vRk@db.example.com/x')).toBeUndefined()
  })

  it('takes hex for a digest only where something says so', () => {
    const value = hex(40)
    expect(opinionOf(value, 'token', `token = "${value}"`)).toBeUndefined()
    expect(opinionOf(value, 'token', `commit token = "${value}"`)?.says).toBe('drop')
    expect(opinionOf(value, 'secret_sha1')?.says).toBe('drop')
    expect(opinionOf(`sha512-${randomText(random, ALPHABETS.base64, 86)}==`)?.says).toBe('drop')
    const other = hex(39)
    expect(opinionOf(other, 'token', `commit token = "${other}"`)).toBeUndefined()
  })

  it('takes a UUID for an id unless the name says that it is a secret', () => {
    const uuid = `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`
    expect(opinionOf(uuid, 'sessionRef')?.says).toBe('drop')
    expect(opinionOf(uuid, 'api_key')?.says).toBe('lower')
    expect(opinionOf(uuid, 'CLIENT_SECRET')?.says).toBe('lower')
    expect(opinionOf(uuid, 'Authorization')?.says).toBe('lower')
    expect(opinionOf(uuid, 'DEPLOY_CREDENTIALS')?.says).toBe('drop')
    expect(opinionOf(uuid, 'DB_PASSWORD')).toBeUndefined()
  })

  it('lowers what opens one payment', () =>
    expect(opinionOf(`pi_${hex(24)}_secret_${hex(25)}`, 'client_secret')?.says).toBe('lower'))

  it('takes the fingerprint of a GPG key under the name of a source of packages for what it is', () => {
    const id = hex(40).toUpperCase()
    expect(opinionOf(id, 'docker_upstream_key')?.says).toBe('drop')
    expect(opinionOf(id, 'api_key')).toBeUndefined()
  })

  it('takes the half of a key that only says whose it is for that', () => {
    const id = randomText(random, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 20)
    expect(opinionOf(id, 's3_access_key')?.says).toBe('drop')
    expect(opinionOf(id, 'secret_access_key')).toBeUndefined()
    expect(opinionOf(id.toLowerCase(), 'access_key')).toBeUndefined()
    expect(opinionOf(`EXO${hex(24)}`, 'key')?.says).toBe('drop')
  })

  it('takes the half of a key that stands beside its public one for no digest', () => {
    const key = hex(64)
    const text = `{ "publicKey": "…", "secretKey": "${key}" }`
    expect(opinionOf(key, 'secretKey', text)).toBeUndefined()
    expect(opinionOf(key, 'key', text)?.says).toBe('drop')
  })

  it('lets a password look like a number', () => {
    expect(opinionOf('13572468', 'password')).toBeUndefined()
    expect(opinionOf('13572468', 'token')?.says).toBe('drop')
  })
})
