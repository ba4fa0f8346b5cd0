import { expect, it } from 'vitest'
import { covers, isLeftOut } from '../../../src/scan/shipped/is-left-out.ts'

it.each([
  ['.', 'a/.env'],
  ['./', '.env'],
  ['.env', '.env'],
  ['/.env', '.env'],
  ['.env*', '.env.local'],
  ['config/', 'config/.env'],
  ['config', 'config/deep/.env'],
])('%s covers %s', (pattern, path) => expect(covers(pattern, path)).toBe(true))

it.each([
  ['.env', 'config/.env'],
  ['src', '.env'],
  ['.env', '.env.local'],
])('%s does not cover %s', (pattern, path) => expect(covers(pattern, path)).toBe(false))

it('lets the last pattern that fits decide', () => {
  expect(isLeftOut('# env\n.env*\n!.env.ci\n', '.env.ci', false)).toBe(false)
  expect(isLeftOut('.env*\n', '.env', false)).toBe(true)
  expect(isLeftOut('*\n!src\n', '.env', false)).toBe(true)
})

it('looks into folders as each kind of list does', () => {
  expect(isLeftOut('.env\n', 'a/.env', false)).toBe(false)
  expect(isLeftOut('.env\n', 'a/.env', true)).toBe(true)
  expect(isLeftOut('/.env\n', 'a/.env', true)).toBe(false)
})
