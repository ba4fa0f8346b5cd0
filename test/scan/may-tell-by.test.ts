import { describe, expect, test } from 'vitest'
import { loadRules } from '../../src/ruleset/load.ts'
import { expandSample } from '../../src/ruleset/samples.ts'
import { createMayTellBy } from '../../src/scan/may-tell-by.ts'

const rules = loadRules()
const anywhere = createMayTellBy(rules, undefined)
const tells = (name: string, text: string): boolean => anywhere.blob({ kind: 'blob', bytes: Buffer.from(text) }, name)

const value = expandSample('{alnum:24}', 3)

describe('may there be anything to say of it by a path with this name?', () => {
  test.each([
    ['settings of a tool, and no login', '.npmrc', 'registry=https://registry.example.org/\n', false],
    ['a template of a .env', '.env', 'PORT=3000\nPASSWORD=\n', false],
    ['a .env', '.env', `DB_PASSWORD=${value}\n`, true],
    ['what only a .env makes a secret', '.env', `APP_SALT=${value}\n`, true],
    ['a key of any kind', 'id_rsa', 'not read by any rule\n', true],
    ['a key file with nothing in it', 'id_rsa', '\n', false],
    [
      'what only a file of this name makes a secret',
      '40_custom',
      `set superusers=root\npassword root ${value}\n`,
      true,
    ],
    ['the same without one', '40_custom', 'set superusers=root\n', false],
    ['what is told of its text under any name', 'a.txt', `DB_PASSWORD=${value}\n`, false],
  ])('%s: %s', (_, name, text, expected) => {
    expect(tells(name, text)).toBe(expected)
  })
})

test('a name counts only where there is a folder that its rule asks for', () => {
  expect(anywhere.name('40_custom')).toBe(true)
  expect(createMayTellBy(rules, new Set()).name('40_custom')).toBe(false)
  expect(createMayTellBy(rules, new Set(['grub.d'])).name('40_custom')).toBe(true)
  expect(createMayTellBy(rules, new Set()).name('.env')).toBe(true)
  expect(createMayTellBy(rules, new Set()).name('id_rsa')).toBe(true)
})
