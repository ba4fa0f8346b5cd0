import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { scan } from '../../src/scan.ts'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'outside-'))
  mkdirSync(join(base, 'here'))
  mkdirSync(join(base, 'tests/shop/tests'), { recursive: true })
  writeFileSync(join(base, 'tests/shop/settings.py'), `DB_PASSWORD = "${['plum', 'Kettle', '47'].join('')}"\n`)
  writeFileSync(join(base, 'tests/shop/tests/settings.py'), `DB_PASSWORD = "${['oak', 'Marble', '52'].join('')}"\n`)
})
afterEach(() => rmSync(base, { recursive: true }))

it('what lies above a folder from elsewhere tells nothing of its files, what lies in it does', async () => {
  const options = { directory: join(base, 'here'), mode: 'paths', minConfidence: 'low' } as const
  const { findings } = await scan({ ...options, paths: [join(base, 'tests/shop')] })
  expect(findings.map(({ confidence, places }) => [places[0]!.path!.slice(-17), confidence]).sort()).toEqual([
    ['/shop/settings.py', 'medium'],
    ['tests/settings.py', 'low'],
  ])
})
