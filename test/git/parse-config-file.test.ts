import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { parseConfigFile } from '../../src/git/parse-config-file.ts'

let repository: TestRepository | undefined
afterEach(() => repository?.dispose())

/** Git's own reading of the file is the measure. */
const TEXT = `# comment
[core]
	bare = false ; comment
	WorkTree = "../a ; b # c"  # comment
[Extensions] objectFormat = sha256
[remote "Or\\"ig.in"]
	promisor
	url = a\\tb \\
and more
	fetch = one
	fetch =   two  words
[old.Style]
	key = "quoted " and not
	empty =
`

test('reads as git reads', () => {
  repository = createRepository()
  const file = join(repository.folder, 'config')
  writeFileSync(file, TEXT)
  const expected = new Map<string, string[]>()
  for (const entry of repository.git(['config', '--file', file, '--list', '-z']).split('\0').filter(Boolean)) {
    const [key = '', value = 'true'] = entry.split(/\n(.*)/s)
    expected.set(key, [...(expected.get(key) ?? []), value])
  }
  expect(Object.fromEntries(parseConfigFile(TEXT))).toEqual(Object.fromEntries(expected))
  expect(expected.size).toBe(8)
})

test('reads what git init writes', () => {
  repository = createRepository({ objectFormat: 'sha256', bare: true })
  const config = parseConfigFile(readFileSync(join(repository.path, 'config'), 'utf8'))
  expect(config.get('core.bare')).toEqual(['true'])
  expect(config.get('extensions.objectformat')).toEqual(['sha256'])
})
