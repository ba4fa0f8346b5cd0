import { describe, expect, it } from 'vitest'
import { awsAccount } from '../../../src/judges/checksum/aws-account.ts'
import { discord } from '../../../src/judges/checksum/discord.ts'
import { gcpServiceAccount } from '../../../src/judges/checksum/gcp-service-account.ts'
import { pypi } from '../../../src/judges/checksum/pypi.ts'
import { sentry } from '../../../src/judges/checksum/sentry.ts'
import { slack } from '../../../src/judges/checksum/slack.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { makeCase } from '../make-case.ts'

const sample = (text: string) => expandSample(text, 9)

describe('AWS key id', () => {
  it('tells the account', () => {
    // Ten characters of base32 that hold the account's bits as AWS packs them: 1, then 40 bits, then the rest.
    const bits = (1n << 47n) | (123456789012n << 7n)
    let rest = bits << 2n
    let text = ''
    for (let i = 0; i < 10; i++) {
      text = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number(rest & 31n)]! + text
      rest >>= 5n
    }
    const id = `${'AK'}IA${text}ABCDEF`
    expect(awsAccount(id, makeCase(id))).toMatchObject({ says: 'note', verdict: { account: '123456789012' } })
  })

  it('tells none of an id of the old form', () => {
    const id = `${'AK'}IAI${sample('{base32:15}')}`
    expect(awsAccount(id, makeCase(id))).toBeUndefined()
  })
})

describe('PyPI token', () => {
  function macaroon(location: string, signatureBytes = 32): string {
    const field = (tag: number, data: Buffer) => Buffer.concat([Buffer.from([tag, data.length]), data])
    const bytes = Buffer.concat([
      Buffer.from([2]),
      field(1, Buffer.from(location)),
      field(2, Buffer.from('an identifier of thirty-six characters')),
      Buffer.from([0]),
      field(2, Buffer.from('[1, 2, 3]')),
      Buffer.from([0, 0]),
      field(6, Buffer.alloc(signatureBytes, 9)),
    ])
    return `pypi-${bytes.toString('base64url')}`
  }

  it('confirms a whole macaroon', () => {
    const token = macaroon('pypi.org')
    expect(token).toMatch(/^pypi-AgEIcHlwaS5vcmc/)
    expect(pypi(token, makeCase(token))).toMatchObject({ says: 'confirm', verdict: { location: 'pypi.org' } })
  })

  it.each([macaroon('pypi.org').slice(0, -4), macaroon('elsewhere.example'), macaroon('pypi.org', 16)])(
    'lowers a broken one %#',
    token => expect(pypi(token, makeCase(token))?.says).toBe('lower'),
  )
})

describe('Discord token', () => {
  const rest = sample('.{alnum:6}.{base64url:38}')
  it('confirms one that begins with an id', () => {
    const token = Buffer.from('1012345678901234567').toString('base64url') + rest
    expect(discord(token, makeCase(token))).toMatchObject({ says: 'confirm', verdict: { bot: '1012345678901234567' } })
  })
  it('doubts another', () => {
    const token = sample('{alnum:26}') + rest
    expect(discord(token, makeCase(token))?.says).toBe('doubt')
  })
})

describe('Slack token', () => {
  it.each([
    ['raise', sample('xoxb-{digits:12}-{digits:13}-{alnum:24}')],
    ['raise', sample('xoxp-{digits:11}-{digits:11}-{digits:12}-{hex:32}')],
    ['lower', sample('xoxb-1{alnum:12}-{alnum:13}-{alnum:24}')],
    [undefined, sample('xoxe-1-{alnum:100}')],
    [undefined, sample('xapp-1-A{upperalnum:10}-{digits:13}-{hex:64}')],
  ])('says %s of %#', (says, token) => expect(slack(token, makeCase(token))?.says).toBe(says))
})

describe('Sentry token', () => {
  const claims = { iat: 1, url: 'https://sentry.example', org: 'an-organisation' }
  const body = Buffer.from(JSON.stringify(claims)).toString('base64')
  it('confirms one that decodes, and tells the organisation', () => {
    const token = `${'sntrys'}_${body}_${sample('{alnum:43}')}`
    expect(sentry(token, makeCase(token))).toMatchObject({
      says: 'confirm',
      verdict: { organisation: 'an-organisation', host: 'https://sentry.example' },
    })
  })
  it('lowers one that does not', () => {
    const token = sample(`${'sntrys'}_{alnum:60}_{alnum:43}`)
    expect(sentry(token, makeCase(token))?.says).toBe('lower')
  })
})

describe('GCP service account', () => {
  const key = `-----BEGIN PRIVATE KEY-----\\n${sample('{base64:200}')}\\n-----END PRIVATE KEY-----\\n`
  const file = (secret: string) =>
    `{"type": "service_account", "project_id": "p", "private_key_id": "0", "private_key": "${secret}", "client_email": "a-b@p.iam.gserviceaccount.com"}`

  it('confirms a key among its fields, and tells the account', () => {
    expect(gcpServiceAccount(key, makeCase(key, { text: file(key) }))).toMatchObject({
      says: 'confirm',
      verdict: { account: 'a-b@p.iam.gserviceaccount.com' },
    })
  })
  it('confirms it in JSON inside a string too', () => {
    const escaped = key.replaceAll('\\n', '\\\\n')
    const text = file(escaped).replaceAll('"', '\\"')
    expect(gcpServiceAccount(escaped, makeCase(escaped, { text }))?.says).toBe('confirm')
  })
  it('lowers fields without a whole key', () => {
    expect(gcpServiceAccount('-----BEGIN', makeCase('-----BEGIN', { text: file('-----BEGIN') }))?.says).toBe('lower')
  })
  it('says nothing of a key that stands alone', () => {
    expect(gcpServiceAccount(key, makeCase(key, { text: key }))).toBeUndefined()
  })
})
