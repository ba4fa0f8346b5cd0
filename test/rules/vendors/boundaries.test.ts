import { expect, test } from 'vitest'
import { sightingsOf } from './sightings-of.ts'

/** Of these the vendor promises no length: only what stands before them can tell. */
const open = new Set(['slack-bot-token', 'stripe-live-secret-key'])

const tokens: [string, string][] = [
  ['github-personal-access-token', '{sum:github:ghp_}'],
  ['aws-access-key-id', '{sum:aws:AKIA}'],
  ['google-api-key', 'AIza{base64url:34}a'],
  ['npm-access-token', '{sum:github:npm_}'],
  ['gitlab-personal-access-token', 'glpat-{alnum:20}'],
  ['huggingface-access-token', 'hf_{alnum:34}'],
  ['slack-bot-token', 'xoxb-{digits:12}-{digits:12}-{alnum:24}'],
  ['stripe-live-secret-key', 'sk_live_{alnum:24}'],
  ['sendgrid-api-key', 'SG.{base64url:22}.{base64url:42}a'],
]

test.each(tokens)('%s stands alone, between signs, in an address and after an escaped line end', (rule, token) => {
  const places = [
    token,
    `"${token}"`,
    `(${token})`,
    `${token},`,
    `x=${token}&y=1`,
    `https://example.com/?a=1&key=${token}`,
    `"first\\n${token}\\nlast"`,
    `a%3D${token}`,
    `<td>${token}</td>`,
    `[${token}]`,
    `\t${token}\r\n`,
  ]
  for (const place of places) expect([place, sightingsOf(place).map(one => one.rule)]).toEqual([place, [rule]])
})

test.each(tokens)('%s does not stand in a longer run', (rule, token) => {
  const runs = [`{alnum:12}${token}{alnum:12}`, `{alnum:12}${token}`]
  if (!open.has(rule)) runs.push(`${token}{alnum:12}`)
  for (const place of runs) expect([place, sightingsOf(place).filter(one => one.rule === rule)]).toEqual([place, []])
})

test.each([
  'pk_live_{alnum:24}',
  'pk_test_{alnum:24}',
  'phc_{alnum:43}',
  'sb_publishable_{alnum:31}',
  'pubkey-{hex:32}',
  'NRJS-{hex:19}',
  'sq0idp-{alnum:22}',
])('made to be public: %s', text => {
  expect(sightingsOf(text)).toEqual([])
})

test('a wrong checksum is kept, at low confidence', () => {
  const found = sightingsOf('GITHUB_TOKEN=ghp_{alnum:36}')
  expect(found).toMatchObject([{ rule: 'github-personal-access-token', confidence: 'low' }])
})
