import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')

/** What each folder may import besides itself: the table of docs/ARCHITECTURE.md. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  types: [],
  version: [],
  clock: [],
  generated: [],
  errors: ['types'],
  findings: ['types', 'errors'],
  ruleset: ['types', 'errors', 'findings', 'generated'],
  config: ['types', 'errors', 'ruleset'],
  migrate: ['types', 'errors', 'ruleset', 'config'],
  git: ['types', 'errors'],
  kernel: ['types', 'generated'],
  objects: ['types', 'clock', 'errors', 'git', 'kernel'],
  detect: ['types', 'errors', 'findings', 'ruleset', 'kernel'],
  judges: ['types', 'findings', 'ruleset'],
  sources: ['types', 'errors', 'config', 'git', 'objects'],
  attribution: ['types', 'errors', 'git', 'objects'],
  workers: ['types', 'objects', 'sources', 'scan'],
  remedies: ['types', 'git'],
  reporters: ['types', 'findings', 'version'],
  hooks: ['types', 'errors', 'git'],
  scan: ['*'],
}

/** Packages and modules that only certain places may touch. */
const CONFINED: readonly { module: RegExp; within: RegExp; files?: number }[] = [
  { module: /^node:child_process$/, within: /^(git|objects)\// },
  { module: /^simple-git$/, within: /^git\//, files: 1 },
  { module: /^picomatch$/, within: /^config\//, files: 1 },
  { module: /^chalk$/, within: /^reporters\//, files: 1 },
]

interface Import {
  readonly from: string
  readonly specifier: string
}

function sourceFiles(): readonly string[] {
  return readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry =>
      posix.normalize(
        join(entry.parentPath, entry.name)
          .slice(SOURCE.length + 1)
          .replaceAll('\\', '/'),
      ),
    )
    .filter(file => !file.startsWith('kernel/assembly/'))
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  const found = text.matchAll(/(?:^import\s[^'"]*|^export\s[^'"]*\sfrom\s|\bimport\()\s*['"]([^'"]+)['"]/gm)
  return [...found].map(([, specifier]) => ({ from: file, specifier: specifier! }))
}

function folderOf(file: string): string {
  const [first = ''] = file.split('/')
  return first.replace(/\.ts$/, '')
}

const files = sourceFiles()
const imports = files.flatMap(importsOf)

describe('direction of imports', () => {
  it('is read from all source files', () => {
    expect(imports.length).toBeGreaterThan(100)
  })

  it('is that of the table', () => {
    const wrong = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ from, specifier }) => ({ from, to: posix.join(posix.dirname(from), specifier) }))
      .filter(({ from, to }) => {
        const [own, other] = [folderOf(from), folderOf(to)]
        const allowed = ALLOWED[own === 'scan-text' ? 'scan' : own]
        if (own === other || other.startsWith('..') || own === 'cli' || own === 'index') return false
        return !(allowed?.includes('*') && other !== 'cli') && !allowed?.includes(other)
      })
    expect(wrong).toEqual([])
  })

  it('keeps packages and processes where they belong', () => {
    for (const { module, within, files: most } of CONFINED) {
      const users = [...new Set(imports.filter(({ specifier }) => module.test(specifier)).map(({ from }) => from))]
      expect(
        users.filter(file => !within.test(file)),
        String(module),
      ).toEqual([])
      if (most !== undefined) expect(users.length, `${module} in ${users}`).toBeLessThanOrEqual(most)
    }
  })

  it('leaves process and console to the command line', () => {
    const users = files
      .filter(file => !file.startsWith('cli/') && !file.startsWith('generated/'))
      .filter(file =>
        /(?<![\w.'"`-])(?:process\.|console\.)/.test(withoutComments(readFileSync(join(SOURCE, file), 'utf8'))),
      )
    expect(users).toEqual([])
  })

  it('reveals secrets in a handful of places only', () => {
    const users = files.filter(file => /\.reveal\(\)/.test(withoutComments(readFileSync(join(SOURCE, file), 'utf8'))))
    expect(users.filter(file => !/^(findings|judges|detect|scan|reporters|remedies)\//.test(file))).toEqual([])
    expect(users.length).toBeLessThanOrEqual(10)
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
