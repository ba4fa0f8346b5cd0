// Builds the package into dist/: the bin as one CommonJS file (starts fastest), the library as one ES module with its types, the JSON schema.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
execFileSync(process.execPath, ['.ci/generate.mjs'], { stdio: 'inherit' })
rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
}

const bin = await build({
  ...shared,
  entryPoints: ['src/cli/keyscan.ts'],
  format: 'cjs',
  outfile: 'dist/keyscan.cjs',
  banner: { js: '#!/usr/bin/env node' },
})
const library = await build({
  ...shared,
  entryPoints: ['src/index.ts'],
  format: 'esm',
  outfile: 'dist/index.js',
  // Bundled CommonJS packages ask for node's own modules by require.
  banner: {
    js: "import{createRequire as keyscanCreateRequire}from'node:module';const require=keyscanCreateRequire(import.meta.url);",
  },
})
await writeSchema()
writeTypes()
writeLicences([...Object.keys(bin.metafile.inputs), ...Object.keys(library.metafile.inputs)])

/** The schema of the JSON report is made from the same definition that the reporter is tested against. */
async function writeSchema() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['src/reporters/report-schema.ts'],
    format: 'esm',
    write: false,
  })
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
  writeFileSync('dist/report.schema.json', `${JSON.stringify(module.reportJsonSchema(), null, 2)}\n`)
}

/** Declarations of every module that the public ones name; imports in them end in .js, as they must in a package. */
function writeTypes() {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, '-p', '.ci/tsconfig.types.json'], { stdio: 'inherit' })
  const wanted = new Set()
  const visit = file => {
    if (wanted.has(file)) return
    wanted.add(file)
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.(?:ts|js)['"]/g)) {
      visit(join(dirname(file), `${specifier}.d.ts`))
    }
  }
  visit(join('dist', 'types', 'index.d.ts'))
  for (const file of readdirSync(join('dist', 'types'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    if (!wanted.has(path)) rmSync(path)
    else writeFileSync(path, readFileSync(path, 'utf8').replace(/(['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2'))
  }
  writeFileSync('dist/index.d.ts', "export * from './types/index.js'\n")
}

/** Bundled packages ask that their licence goes where their code goes. */
function writeLicences(inputs) {
  const folders = new Set()
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)
    if (found) folders.add(found[1])
  }
  const texts = [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
    const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : license
    return `${name} ${version} (${license})\n\n${text}\n`
  })
  writeFileSync(join('dist', 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}
