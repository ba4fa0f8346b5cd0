import picomatch from 'picomatch'
import { expect, test } from 'vitest'
import { pathGlobsOf } from '../../src/migrate/path-globs-of.ts'

const PATHS = [
  'package-lock.json',
  'a/package-lock.json',
  'a/package-lock.json.bak',
  'docs/a.md',
  'a/docs/b.md',
  'a.png',
  'b/c.jpg',
  'b.yml',
  'b.yaml',
  'node_modules/a/b.js',
  'x/node_modules/y.js',
  'fixtures/a',
  'src/fixtures/b/c',
  'src/main.ts',
  'test_data.txt',
]

test.each([
  '(^|/)package-lock\\.json$',
  '(?:^|/)package-lock\\.json$',
  '\\.(png|jpg)$',
  '\\.ya?ml$',
  '^docs/',
  'docs/',
  '/docs/',
  'node_modules',
  '(fixtures|docs)/',
  '^src/.*\\.ts$',
  '\\.md$|\\.png$',
  '^package-lock\\.json$',
  'test_',
])('%s means the same as globs', source => {
  const globs = pathGlobsOf(source)!
  const means = (path: string) => globs.some(glob => picomatch(glob, { dot: true })(path))
  // A folder's name that may begin anywhere (`docs/`) is taken for a whole name.
  for (const path of PATHS)
    expect([path, means(path)]).toEqual([
      path,
      new RegExp(source).test(`${path}`) || (source.startsWith('/') && new RegExp(source).test(`/${path}`)),
    ])
})

test.each(['a(b(c)d)e', '[a-z]+\\.txt$', '(?=a)b', ''])('%s has no globs', source => {
  expect(pathGlobsOf(source)).toBeUndefined()
})
