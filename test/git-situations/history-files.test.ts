import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { expandSample } from '../../src/ruleset/samples.ts'
import { runKeyscan } from '../cli/run-keyscan.ts'
import { CLEAN, leaks, told } from './told.ts'

const leak = makeLeak()
const at = (text: string, secret = leak): number =>
  text.slice(text.lastIndexOf('\n', text.indexOf(secret)) + 1).indexOf(secret) + 1

describe('attributes that hide a file from diffs, archives and checkouts', () => {
  test('one file for each', async () => {
    const repository = newRepository()
    repository.git(['config', 'diff.driver.textconv', 'true'])
    const attributes = ['-diff', 'binary', 'diff=driver', 'export-ignore', 'export-subst', '-text', '-merge', 'ident']
    const names = attributes.map((_, n) => `${n}.txt`)
    repository.commit('attributes', { '.gitattributes': attributes.map((one, n) => `${n}.txt ${one}\n`).join('') })
    repository.commit('first', Object.fromEntries(names.map((name, n) => [name, `a\n ${makeLeak(n)}\n`])))
    expect(await told(repository.path, ['--history'])).toEqual(leaks(...names.map(name => `head ${name}:2:2`)))
  })

  test('working-tree-encoding: the object is UTF-8 whatever the work tree is', async () => {
    const repository = newRepository()
    const content = Buffer.from(`a\n ${leak}\n`, 'utf16le')
    repository.commit('attributes', { '.gitattributes': 'a.txt text working-tree-encoding=UTF-16LE eol=lf\n' })
    repository.commit('first', { 'a.txt': content })
    expect(repository.gitBytes(['cat-file', 'blob', 'HEAD:a.txt']).toString()).toBe(`a\n ${leak}\n`)
    expect(await told(repository.path, ['--history'])).toEqual(leaks('head a.txt:2:2'))
  })
})

describe('bytes that are no plain text', () => {
  test.each([
    ['one NUL byte before', `\0 first\n key ${leak}\n`, '2:6'],
    ['one NUL byte behind', `first\n key ${leak}\n\0`, '2:6'],
    ['a NUL byte on its line', `first\n\0${leak}\n`, '2:2'],
    ['CR-only line ends', `first\rsecond\r key ${leak}\rlast\r`, '3:6'],
    ['CRLF line ends', `first\r\nsecond\r\n key ${leak}\r\nlast\r\n`, '3:6'],
    ['no line end at all', `key ${leak}`, '1:5'],
    ['a UTF-8 byte order mark', `\ufeff${leak}\n`, '1:2'],
    ['characters of two code units before', `"😀ä" = "${leak}"\n`, '1:10'],
  ])('%s', async (_, content, place) => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': content })
    expect(await told(repository.path, ['--history'])).toEqual(leaks(`head a.txt:${place}`))
  })

  test('latin1: a byte that is no UTF-8 is one column', async () => {
    const repository = newRepository()
    repository.commit('first', { 'a.txt': Buffer.from(`caf\xe9 ${leak}\n`, 'latin1') })
    expect(await told(repository.path, ['--history'])).toEqual(leaks('head a.txt:1:6'))
  })
})

describe('large files', () => {
  test('a single line of 5 MB', async () => {
    const repository = newRepository()
    const filler = 'var a=b(c,"d");'.repeat(Math.ceil(2_500_000 / 15))
    repository.commit('first', { 'bundle.min.js': `${filler}k="${leak}";${filler}` })
    expect(await told(repository.path, ['--history'])).toEqual(leaks(`head bundle.min.js:1:${filler.length + 4}`))
  })

  test('a file of 200 MB', async () => {
    const repository = newRepository()
    // Not packed hard: the scan is tested, not zlib.
    repository.git(['config', 'core.compression', '1'])
    const content = Buffer.alloc(200_000_000, 'some text of a log\n')
    content.write(`\n key=${leak}\n`, content.length - 100)
    const line =
      content
        .subarray(0, content.length - 100)
        .toString('latin1')
        .split('\n').length + 1
    repository.commit('first', { 'big.log': content })
    expect(await told(repository.path, ['--history'])).toEqual(leaks(`head big.log:${line}:6`))
  })

  test('a file above the limit: said, exit 2', async () => {
    const repository = newRepository()
    repository.commit('first', { '.keyscan.toml': '[limits]\nblob-bytes = 1000\n', 'big.txt': 'text\n'.repeat(1000) })
    const { code, found, notScanned } = await told(repository.path, ['--history'])
    expect({ code, found }).toEqual({ code: 2, found: [] })
    expect(notScanned).toHaveLength(1)
    expect(notScanned[0]).toMatch(/larger than 1000 bytes/)
  })
})

test('files that nobody reads: lock files, vendored and built ones', async () => {
  const repository = newRepository()
  const names = [
    'package-lock.json',
    'yarn.lock',
    'Cargo.lock',
    'node_modules/package/index.js',
    'vendor/github.com/owner/repository/main.go',
    'third_party/a.c',
    'dist/bundle.min.js',
    'target/classes/application.properties',
    '__snapshots__/a.test.js.snap',
    'test/fixtures/a.json',
  ]
  const content = (n: number): string => `x\n  "url": "https://user:${makeLeak(n)}@github.com/owner/repository.git"\n`
  repository.commit('first', Object.fromEntries(names.map((name, n) => [name, content(n)])))
  expect(await told(repository.path, ['--history'])).toEqual(leaks(...names.map(name => `head ${name}:2:24`)))
})

/** A chunk of a PNG without its checksum's meaning: nobody who reads it here checks it. */
function chunk(type: string, data: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)])
}

describe('documents whose text stands in them as it is', () => {
  test("a PNG's text chunk", async () => {
    const repository = newRepository()
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const header = chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0')
    const png = Buffer.concat([signature, header, chunk('tEXt', `Comment\0${leak}`), chunk('IEND', '')])
    repository.commit('first', { 'a.png': png })
    const { code, found } = await told(repository.path, ['--history'])
    expect(code).toBe(1)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^head a\.png:\d+:\d+$/)
  })

  test('a PDF', async () => {
    const repository = newRepository()
    const stream = `BT /F1 12 Tf (key ${leak}) Tj ET`
    const pdf = `%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`
    repository.commit('first', { 'a.pdf': Buffer.from(pdf, 'latin1') })
    expect(await told(repository.path, ['--history'])).toEqual(leaks(`head a.pdf:6:${at(pdf)}`))
  })

  test('an SVG', async () => {
    const repository = newRepository()
    const svg = `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- ${makeLeak(1)} -->\n<text data-k="${makeLeak(2)}"/></svg>\n`
    repository.commit('first', { 'a.svg': svg })
    expect(await told(repository.path, ['--history'])).toEqual(leaks('head a.svg:2:6', 'head a.svg:3:15'))
  })

  test('a Jupyter notebook: source and output as JSON strings', async () => {
    const repository = newRepository()
    const notebook = JSON.stringify(
      {
        cells: [
          {
            cell_type: 'code',
            source: [`import os\n`, `key = "${makeLeak(1)}"\n`],
            outputs: [{ name: 'stdout', text: [`token\n${makeLeak(2)}\n`] }],
          },
        ],
      },
      null,
      1,
    )
    repository.commit('first', { 'a.ipynb': notebook })
    const lineOf = (secret: string): number => notebook.slice(0, notebook.indexOf(secret)).split('\n').length
    const place = (secret: string): string => `head a.ipynb:${lineOf(secret)}:${at(notebook, secret)}`
    expect(await told(repository.path, ['--history'])).toEqual(leaks(place(makeLeak(1)), place(makeLeak(2))))
  })

  test('a private key on one line with \\n in it', async () => {
    const repository = newRepository()
    const dashes = '-'.repeat(5)
    const body = [1, 2, 3, 4, 5, 6, 7, 8].map(n => expandSample('{base64:64}', n)).join('\\n')
    const key = `${dashes}BEGIN RSA PRIVATE KEY${dashes}\\nMIIEpAIBAAKCAQEA${body}\\n${dashes}END RSA PRIVATE KEY${dashes}\\n`
    repository.commit('first', { 'a.json': `{\n  "key": "${key}"\n}\n` })
    const { code, found } = await told(repository.path, ['--history'])
    expect(code).toBe(1)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^private-key\S* head a\.json:2:11$/)
  })
})

test('paths with spaces, quotes, a line feed, a leading dash, and bytes that are no UTF-8', async () => {
  const repository = newRepository()
  const names = [
    'with space',
    '"quoted"',
    "it's",
    'line\nfeed',
    '-dash',
    '--',
    'tab\t',
    'ümlaut',
    ' ',
    'back\\slash',
    ':(top)',
  ]
  repository.commit('first', Object.fromEntries(names.map(name => [name, 'a\n'])))
  for (const name of names) repository.write(name, `${leak}\n`)
  repository.write(Buffer.from('caf\xe9.txt', 'latin1'), `${leak}\n`)
  repository.commit('leak')
  const places = [...names, 'caf\\xe9.txt'].sort().map(name => `${name}:1:1`)
  expect(await told(repository.path, ['--history'])).toEqual(leaks(`head ${places.join(' ')}`))
  expect(await told(repository.path, ['--range', 'HEAD~1..HEAD'])).toEqual(leaks(`head ${places.join(' ')}`))
})

describe('what is not in the repository', () => {
  test('a submodule is named, not entered', async () => {
    const inner = newRepository()
    const id = inner.commit('inner', { 'a.txt': `${leak}\n` })
    const repository = newRepository()
    repository.git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'libs/inner'])
    repository.commit('outer')
    expect(repository.git(['ls-tree', 'HEAD', 'libs/'])).toContain(`160000 commit ${id}`)
    const named = { ...CLEAN, submodules: ['libs/inner'] }
    expect(await told(repository.path, ['--history'])).toEqual(named)
    expect(await told(repository.path, ['--range', `${'0'.repeat(40)}..HEAD`])).toEqual(named)
    expect(await told(repository.path, ['.'])).toEqual(named)
    const { stdout } = await runKeyscan(repository.path, ['--history'])
    expect(stdout).toContain('Not entered, being repositories of their own (keyscan -C PATH): libs/inner\n')
    expect(await told(`${repository.path}/libs/inner`, ['--history'])).toEqual(leaks('pushed a.txt:1:1'))
  })

  test('a Git LFS pointer is said not to be scanned', async () => {
    const repository = newRepository()
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0123456789abcdef'.repeat(4)}\nsize 12345\n`
    repository.commit('first', { 'a.bin': pointer })
    const id = repository.git(['rev-parse', 'HEAD:a.bin'])
    expect(await told(repository.path, ['--history'])).toEqual({
      code: 2,
      found: [],
      notScanned: [`${id}: Git LFS object: its content is not in the repository`],
    })
  })
})
