import { fork } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import type { CleanObjects } from '../../../src/objects/clean-cache/clean-objects.ts'
import { idSetOf } from '../../../src/objects/clean-cache/id-set.ts'
import { type CleanCache, openCleanCache } from '../../../src/objects/clean-cache/open-clean-cache.ts'
import { writeCleanCache } from '../../../src/objects/clean-cache/write-clean-cache.ts'

const ID_BYTES = 20
const KEY = Buffer.alloc(32, 'key')
const OTHER_KEY = Buffer.alloc(32, 'other')
const id = (number: number): Uint8Array => new Uint8Array(ID_BYTES).fill(number)
const ids = (...numbers: number[]) => idSetOf(Buffer.concat(numbers.map(id)), ID_BYTES)
const CHECKSUM = id(99)
const CLEAN: CleanObjects = {
  idBytes: ID_BYTES,
  packs: [{ checksum: CHECKSUM, objects: 7 }],
  loose: ids(1, 2),
  left: ids(3, 4),
  missing: ids(5),
  totals: { blobs: 5, bytes: 2 ** 33, commits: 3 },
}

let repository: TestRepository
let commonDir: string
let folder: string
beforeEach(() => {
  repository = createRepository()
  commonDir = join(repository.path, '.git')
  folder = join(commonDir, 'keyscan')
})
afterEach(() => repository.dispose())

const open = (key: Uint8Array = KEY): CleanCache => openCleanCache({ commonDir, key, idBytes: ID_BYTES })
const onlyFile = (): string => join(folder, readdirSync(folder)[0]!)
const knows = ({ known }: CleanCache): boolean => known?.loose.has(id(1), 0) === true

describe('what was found clean', () => {
  test('is known the next time', () => {
    expect(writeCleanCache(commonDir, KEY, CLEAN)).toBeUndefined()
    const { known, why } = open()
    expect(why).toBeUndefined()
    expect(known?.packs.map(({ checksum, objects }) => [Buffer.from(checksum), objects])).toEqual([
      [Buffer.from(CHECKSUM), 7],
    ])
    expect([1, 2, 3].map(number => known?.loose.has(id(number), 0))).toEqual([true, true, false])
    expect(known?.loose.has(Buffer.concat([id(3), id(2)]), ID_BYTES)).toBe(true)
    expect(known?.left.has(id(3), 0)).toBe(true)
    expect(known?.missing.has(id(5), 0)).toBe(true)
    expect(known?.totals).toEqual(CLEAN.totals)
  })

  test('is written on from what was read', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    const first = readFileSync(onlyFile())
    writeCleanCache(commonDir, KEY, open().known!)
    expect(readFileSync(onlyFile())).toEqual(first)
  })

  test('is not known with other settings', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    expect(knows(open(OTHER_KEY))).toBe(false)
    expect(open(OTHER_KEY).why).toBeUndefined()
  })

  test('lies in the git directory: git sees nothing of it', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    expect(repository.git(['status', '--porcelain', '--ignored'])).toBe('')
    repository.git(['fsck', '--strict'])
  })
})

describe('without a cache everything is looked at', () => {
  test('the first time', () => {
    expect(knows(open())).toBe(false)
    expect(open().known).toBeUndefined()
    expect(open().why).toBeUndefined()
    expect(existsSync(folder)).toBe(false)
  })

  test('a file that was cut off', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    truncateSync(onlyFile(), 100)
    expect(knows(open())).toBe(false)
    expect(open().why).toMatch(/is damaged$/)
    expect(writeCleanCache(commonDir, KEY, CLEAN)).toBeUndefined()
    expect(knows(open())).toBe(true)
  })

  test('a giant in its place is not read', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    truncateSync(onlyFile(), 2 ** 34)
    expect(open().why).toMatch(/larger than any/)
  })

  test('a repository that has changed its object format', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    expect(knows(openCleanCache({ commonDir, key: KEY, idBytes: 32 }))).toBe(false)
  })
})

describe('where it cannot be written', () => {
  test('a file stands in its way', () => {
    writeFileSync(folder, '')
    expect(writeCleanCache(commonDir, KEY, CLEAN)).toMatch(/cannot be written \(E\w+\)$/)
    expect(open().why).toMatch(/cannot be read \(ENOTDIR\)$/)
    expect(readFileSync(folder, 'utf8')).toBe('')
  })

  test('a folder stands in its way, and nothing unfinished is left', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    const file = onlyFile()
    rmSync(file)
    mkdirSync(file)
    expect(writeCleanCache(commonDir, KEY, CLEAN)).toMatch(/cannot be written \(E\w+\)$/)
    expect(open().why).toMatch(/cannot be read \(EISDIR\)$/)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test.skipIf(process.platform !== 'linux')('a file system that takes no files', () => {
    expect(writeCleanCache('/proc', KEY, CLEAN)).toMatch(/cannot be written \(E\w+\)$/)
  })

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a git directory without rights (root has them all)',
    () => {
      chmodSync(commonDir, 0o555)
      expect(writeCleanCache(commonDir, KEY, CLEAN)).toMatch(/cannot be written \(EACCES\)$/)
      chmodSync(commonDir, 0o755)
    },
  )

  test('more than a cache holds', () => {
    const many = new Uint8Array(500_000 * ID_BYTES)
    const view = new DataView(many.buffer)
    for (let i = 0; i < 500_000; i++) view.setUint32(i * ID_BYTES, i)
    const tooMany = { ...CLEAN, loose: idSetOf(many, ID_BYTES) }
    expect(writeCleanCache(commonDir, KEY, tooMany)).toMatch(/too large: 500000 loose objects; git gc/)
    expect(existsSync(folder)).toBe(false)
  })
})

describe('files of old', () => {
  test('the latest three of other settings stay, and what is not ours', () => {
    for (let number = 1; number <= 6; number++) {
      writeCleanCache(commonDir, Buffer.alloc(32, number), CLEAN)
      const file = readdirSync(folder).find(name => name.startsWith(`clean-v1-0${number}`))!
      utimesSync(join(folder, file), number, number)
    }
    writeFileSync(join(folder, 'notes.txt'), 'not ours')
    mkdirSync(join(folder, 'clean-v1-0000.00.tmp'))
    utimesSync(join(folder, 'clean-v1-0000.00.tmp'), 1, 1)
    writeCleanCache(commonDir, KEY, CLEAN)
    const starts = readdirSync(folder).map(name => name.slice(0, 'clean-v1-00'.length))
    expect(starts.sort()).toEqual([
      'clean-v1-00',
      'clean-v1-04',
      'clean-v1-05',
      'clean-v1-06',
      'clean-v1-6b',
      'notes.txt',
    ])
  })

  test('what a killed scan left is removed after a day', () => {
    writeCleanCache(commonDir, KEY, CLEAN)
    const [young, old] = [`${onlyFile()}.00ff.tmp`, `${onlyFile()}.11ff.tmp`]
    for (const file of [young, old]) writeFileSync(file, 'unfinished')
    utimesSync(old, 1, 1)
    writeCleanCache(commonDir, KEY, CLEAN)
    expect([young, old].map(file => existsSync(file))).toEqual([true, false])
  })
})

test('audits at the same time: each sees a whole file, whoever writes', async () => {
  const program = join(repository.folder, 'writer.cjs')
  const sources = join(import.meta.dirname, '..', '..', '..', 'src', 'objects', 'clean-cache')
  const contents = `
    import { idSetOf } from ${JSON.stringify(join(sources, 'id-set.ts'))}
    import { openCleanCache } from ${JSON.stringify(join(sources, 'open-clean-cache.ts'))}
    import { writeCleanCache } from ${JSON.stringify(join(sources, 'write-clean-cache.ts'))}
    const [, , commonDir, number] = process.argv
    const key = Buffer.alloc(32, 'key')
    const ids = idSetOf(Buffer.alloc(20 * 5000, Number(number)).map((byte, i) => (i % 20 < 2 ? byte : i % 251)), 20)
    for (let i = 0; i < 100; i++) {
      const totals = { blobs: 1, bytes: 2, commits: 3 }
      const why = writeCleanCache(commonDir, key, { idBytes: 20, packs: [], loose: ids, left: ids, missing: ids, totals })
      const cache = openCleanCache({ commonDir, key, idBytes: 20 })
      if (why ?? cache.why) throw new Error(why ?? cache.why)
    }`
  await build({ stdin: { contents, resolveDir: repository.folder }, bundle: true, platform: 'node', outfile: program })
  const codes = await Promise.all(
    [1, 2, 3].map(number => new Promise(resolve => fork(program, [commonDir, String(number)]).on('close', resolve))),
  )
  expect(codes).toEqual([0, 0, 0])
  expect(readdirSync(folder)).toHaveLength(1)
})
