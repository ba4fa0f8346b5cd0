import { expect, test } from 'vitest'
import { belongsLocal } from '../../src/remedies/belongs-local.ts'

const VALUE = { kind: 'pattern' } as const

test.each([
  '.env',
  'a/.ENV',
  'a/.env.local',
  'prod.env',
  '.env-prod',
  '.env_prod',
  '.envrc',
  '.flaskenv',
  '.dev.vars',
  'keys/id_ed25519',
  'a.P12',
  '.netrc',
  'prod.tfvars',
])('%s is a file for one machine', path => {
  expect(belongsLocal(VALUE, path)).toBe(true)
})

test.each(['.env.example', '.env.local.sample', 'config.py', 'env', '.environment', 'id_rsa.pub', 'keys.ts'])(
  '%s may be in git: the value is to be taken out of it',
  path => {
    expect(belongsLocal(VALUE, path)).toBe(false)
  },
)

test('a file that a rule for files has found, whatever its name', () => {
  expect(belongsLocal({ kind: 'file' }, 'a/credentials.json')).toBe(true)
})
