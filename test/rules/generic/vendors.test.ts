import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'

const hex = createHash('md5').update('a key of no vendor').digest('hex')
const made = ['q7Zt2LmX', '0vRkT4bN', 'w8YpC3sJ', 'hG5dF1aE'].join('')
const uuid = randomUUID()

test.each([
  ['a client', `const pf = new PrintfulApiClient('${made}');`, made],
  ['a module', `const mb = require('messagebird')('${made}')`, made],
  ['a name', `rippling_auth = "${made}"`, made],
  ['an entry', `"hibob": { "secret": "${made}" }`, made],
  ['a comment', `# cerebrium key ${made}`, made],
  ['a sentence', `The lusha api key is ${hex}.`, hex],
  ['the whole of a header', `"Authorization": "${hex}",`, hex],
  ['a header with a word before', `-H "Authorization: Api-Token ${made}"`, made],
  ['a bearer in the form of an id', `curl -H "Authorization: Bearer ${uuid}" https://api.corp.net`, uuid],
  ['a parameter', `fetch("https://api.corp.net/v1/rates?base=EUR&token=${made}")`, made],
  ['a user without password', `curl https://api.corp.net/v1/x -u ${made}:`, made],
  ['a login without password', `requests.get(url, auth=("${made}", ""))`, made],
])('the token of a vendor as %s', (_, text, secret) => {
  expect(foundIn(text).map(found => found.secret)).toContain(secret)
})

test.each([
  `spotify.getPlaylist('${made.slice(0, 22)}')`,
  `elevenlabs_voice = "${made.slice(0, 20)}"`,
  `lokalise_project_id: "${hex.slice(0, 20)}.12345678"`,
  `deepgram = { rev = "${hex}00112233"; };`,
  `trello.getBoard("${hex.slice(0, 24)}")`,
  `newrelic.setUserId("${uuid}")`,
  `https://img.corp.net/badge.svg?key=${made}`,
])('what has the form of one, and is none: %s', text => expect(foundIn(text)).toEqual([]))
