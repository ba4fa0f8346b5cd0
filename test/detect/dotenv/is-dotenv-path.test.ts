import { expect, test } from 'vitest'
import { isDotenvPath } from '../../../src/detect/dotenv/is-dotenv-path.ts'

test.each([
  '.env',
  'a/b/.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
  '.env.test',
  '.env.ci',
  'prod.env',
  'config/docker.env',
  '.envrc',
  'api/.envrc',
  '.flaskenv',
  '.dev.vars',
  '.dev.vars.staging',
  '.ENV',
  '.env.bak',
  '.env-file/.env',
])('%s is read by something', path => {
  expect(isDotenvPath(path)).toBe('dotenv')
})

test.each([
  '.env.example',
  'a/.env.sample',
  '.env.template',
  '.env.dist',
  '.env.defaults',
  '.env.schema',
  '.env.production.example',
  '.env.example.local',
  '.env.EXAMPLE',
  'example.env',
  'docker-compose.sample.env',
  'prod_template.env',
  'env.example',
  '.env.vault',
  '.dev.vars.example',
])('%s is there to be copied', path => {
  expect(isDotenvPath(path)).toBe('template')
})

test.each([
  'environment.ts',
  '.environment',
  'env',
  'src/env.ts',
  '.env.d.ts',
  '.env/bin/activate',
  'dotenv.md',
  'env.d.ts',
  '.env.md',
  'x.environment',
  '',
])('%s is another file', path => {
  expect(isDotenvPath(path)).toBeUndefined()
})
