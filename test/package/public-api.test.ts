import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as library from '../../src/index.ts'
import { ROOT } from './pack-keyscan.ts'
import { run } from './run-npm.ts'

const folder = mkdtempSync(join(tmpdir(), 'keyscan-api-'))

beforeAll(() => {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const made = run(process.execPath, [tsc, '-p', '.ci/tsconfig.types.json', '--outDir', folder], ROOT)
  if (made.code !== 0) throw new Error(made.stdout)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Without comments: what they say may be said better any day. With those of the files whose whole it passes on (`export * from './types/rule.ts'`). */
function declarationsIn(file: string): string {
  const own = readFileSync(join(folder, `${file}.d.ts`), 'utf8').replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '')
  const passedOn = [...own.matchAll(/^export (?:type )?\* from '\.\/([^']+)\.ts';$/gm)]
  return [own, ...passedOn.map(([, other = '']) => declarationsIn(join(dirname(file), other)))].join('\n')
}

/** From `export` at the start of a line to its last line: `tsc` prints declarations always so. */
function declarationOf(name: string, text: string): string {
  const head = String.raw`^export (?:declare )?(?:interface|type|const|function|class) ${name}\b`
  const found = new RegExp(String.raw`${head}(?:.*;$|[\s\S]*?^\};?$)`, 'm').exec(text)
  if (!found) throw new Error(`no declaration of ${name}`)
  return found[0]
}

/** What `index.d.ts` exports (`export { type A, b } from './file.ts'`), each with its declaration, and the lists that types are made of. */
function publicDeclarations(): string {
  const index = declarationsIn('index')
  if (/^export (?:type )?\*/m.test(index)) throw new Error('index.ts names what it exports')
  const declarations = new Map<string, string>()
  for (const [, names = '', file = ''] of index.matchAll(/^export (?:type )?\{([^}]*)\} from '\.\/([^']+)\.ts';$/gm)) {
    const text = declarationsIn(file)
    for (const name of names.split(',').map(one => one.trim().replace(/^type /, ''))) {
      if (name === '') continue
      const declaration = declarationOf(name, text)
      declarations.set(name, declaration)
      for (const [, list = ''] of declaration.matchAll(/\btypeof (\w+)/g)) {
        declarations.set(list, declarationOf(list, text))
      }
    }
  }
  const sorted = [...declarations].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([, declaration]) => `${declaration}\n`).join('\n')
}

it('exports these values', () => {
  expect(Object.keys(library).sort()).toEqual(['GitError', 'UsageError', 'loadRules', 'scan', 'scanText'])
})

it('says in its types what it said before: a change here is a change for users (npx vitest run test/package -u)', async () => {
  await expect(publicDeclarations()).toMatchFileSnapshot('public-api.snapshot.txt')
})
