import { describe, expect, test } from 'vitest'
import { loadRules } from '../../src/ruleset/load.ts'
import { leadsSomewhere, sensitiveFolders } from '../../src/scan/sensitive-folders.ts'
import type { RuleSet } from '../../src/types.ts'

const withGlobs = (...paths: string[]): RuleSet => ({
  hash: '',
  rules: [{ ...loadRules().rules[0]!, kind: 'whole-file', paths }],
})

describe('folders that a glob asks for', () => {
  test.each([
    ['**/grub.d/*', ['grub.d'], ['grub', '40_custom']],
    ['etc/*/keys/*.pem', ['etc', 'keys'], ['*', 'a.pem']],
    ['**/{couchdb,local.d}/**/local.ini', ['couchdb', 'local.d'], ['local.ini']],
    ['**/*home*/**/x.yaml', ['smart-home'], ['x.yaml']],
    ['**/*.pem', [], ['a.pem', '**']],
    // What the alternatives are of nobody makes out.
    ['**/{keys/*.json,certs/*.pem}', [], ['keys', '{keys']],
  ])('%s', (glob, folders, others) => {
    const isFolder = sensitiveFolders(withGlobs(glob))
    expect(folders.filter(isFolder)).toEqual(folders)
    expect(others.filter(isFolder)).toEqual([])
  })

  test('all of them have to be there', () => {
    const glob = '**/{etc,conf}/**/keys/*.pem'
    expect(leadsSomewhere(new Set(['etc']))(glob)).toBe(false)
    expect(leadsSomewhere(new Set(['conf', 'keys']))(glob)).toBe(true)
    expect(leadsSomewhere(new Set())('**/*.pem')).toBe(true)
    expect(leadsSomewhere(new Set())('**/{keys/*.json,certs/*.pem}')).toBe(true)
  })
})
