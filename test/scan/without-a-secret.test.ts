import { expect, test } from 'vitest'
import { withoutASecret } from '../../src/scan/without-a-secret.ts'
import { makeRule } from '../detect/make-rule.ts'

const ofLogins = makeRule({ id: 'sensitive-file-login', kind: 'file', anchors: [], confidence: 'high' })
const ofState = makeRule({ id: 'sensitive-file-terraform-state', kind: 'file', anchors: [], confidence: 'high' })
const ofKeys = makeRule({ id: 'sensitive-file-ssh-key', kind: 'file', anchors: [], confidence: 'high' })

test.each([
  [ofLogins, 'machine github.com\n  login YOUR_USERNAME\n  password YOUR_TOKEN\n', 'low'],
  [ofLogins, 's.abcdefghijklm\n', 'high'],
  [ofLogins, '\x00\x01passwd of vnc', 'high'],
  [ofState, '{"version":4,"resources":[]}', 'low'],
  [ofState, '{"resources":[{"instances":[{"attributes":{}}]}]}', 'high'],
  [ofKeys, 'some key of some form\n', 'high'],
])('%# a file that holds %j without a secret that a rule knows', (rule, text, expected) => {
  expect(withoutASecret(rule, Buffer.from(text)).confidence).toBe(expected)
})
