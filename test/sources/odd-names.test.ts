import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { testRepositoryAt } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { scan } from '../../src/scan.ts'

const leak = makeLeak()
const latin1 = (name: string): Buffer => Buffer.from(name, 'latin1')

/** Other systems' file systems refuse such names, or take a backslash for a slash. */
describe.skipIf(process.platform !== 'linux')('files on disk', () => {
  test.each([true, false])(
    'with names that are no UTF-8, in folders like that, are scanned; .gitignore: %j',
    async ignoreFiles => {
      const { path, git, write } = newRepository()
      mkdirSync(Buffer.concat([Buffer.from(`${path}/`), latin1('f\xe9')]))
      for (const name of ['f\xe9/a.txt', 'caf\xe9.txt', 'f\xe9/\xff']) write(latin1(name), `${leak}\n`)
      write('plain.txt', `${leak}\n`)
      git(['add', 'plain.txt'])
      const { findings, notScanned } = await scan({ mode: 'paths', directory: path, paths: ['.'], ignoreFiles })
      const paths = findings.flatMap(({ places }) => places.map(place => place.path))
      expect(paths.sort()).toEqual(['caf\\xe9.txt', 'f\\xe9/\\xff', 'f\\xe9/a.txt', 'plain.txt'])
      expect(notScanned).toEqual([])
    },
  )

  test('a backslash is a character like any other, in a name and above the repository', async () => {
    const { folder, git } = newRepository()
    const directory = join(folder, 'a\\b')
    git(['init', '--quiet', directory])
    const inside = testRepositoryAt(directory, folder)
    inside.write('c\\d.txt', `${leak}\n`)
    inside.git(['add', '.'])
    for (const options of [{ mode: 'staged' }, { mode: 'paths', paths: ['.'] }] as const) {
      const report = await scan({ directory, ...options })
      expect(report.scan.repository).toBe(directory)
      expect(report.findings.flatMap(({ places }) => places.map(place => place.path))).toEqual(['c\\d.txt'])
    }
  })
})
