// Builds the package into dist/: the bin as CommonJS (starts fastest), the library as one ES module with its types, the JSON schema.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'
import { inAscii } from './in-ascii.mjs'
import { lateConstants } from './late-constants.mjs'
import { lateModules } from './late-modules.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
execFileSync(process.execPath, ['.ci/generate.mjs'], { stdio: 'inherit' })

/** Moved to its place when all of it is there: whoever runs dist meanwhile (a hook of this project, say) never finds half of it. */
const OUT = `.dist-${process.pid}`
process.once('exit', () => rmSync(OUT, { recursive: true, force: true }))
mkdirSync(OUT)

/** Of long files a start needs little; what it needs in the kernel's memory is read to where it belongs. */
const PART = `import{closeSync,openSync,readFileSync,readSync}from'node:fs'
function part(file,size){
  return (from=0,to=size,into=Buffer.allocUnsafeSlow(to-from))=>{
    const descriptor=openSync(file,'r')
    try{
      if(readSync(descriptor,into,0,to-from,from)<to-from)throw new Error(file+' is cut off: install keyscan again')
      return into
    }finally{closeSync(descriptor)}
  }
}`

/**
 * The rules are data beside the code: a text in the code would be read by the JavaScript parser first, which takes longer than all of JSON.parse.
 * `here` is what a module's own folder is called in the module format.
 */
async function rulesBeside(here) {
  const generated = await import(pathToFileURL(join(root, 'node_modules', '.cache', 'keyscan', 'ruleset.mjs')).href)
  const names = Object.keys(generated).filter(name => typeof generated[name] === 'function')
  mkdirSync(join(OUT, 'rules'), { recursive: true })
  const functions = names.map(name => {
    const content = generated[name]()
    const file = typeof content === 'string' ? `${name}.json` : `${name}.bin`
    writeFileSync(join(OUT, 'rules', file), content)
    const path = `${here}+'/rules/${file}'`
    return typeof content === 'string'
      ? `export const ${name}=()=>readFileSync(${path},'utf8')`
      : `export const ${name}=part(${path},${content.length})`
  })
  const contents = `${PART};export const HASH='${generated.HASH}';${functions.join(';')}`
  return {
    name: 'rules-beside',
    setup: ({ onLoad }) => onLoad({ filter: /[\\/]generated[\\/]ruleset\.ts$/ }, () => ({ contents })),
  }
}

await build({
  absWorkingDir: root,
  entryPoints: ['src/generated/ruleset.ts'],
  outfile: 'node_modules/.cache/keyscan/ruleset.mjs',
  logLevel: 'warning',
})

/** Two builds that somebody has shall not share a name. */
const HASH_DIGITS = 16

const shared = {
  // Where esbuild was loaded counts else, not where this script went.
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
}

/** Two builds of different sources have different names: what one has found clean the other looks at again. */
function nameOfBuild() {
  const hash = createHash('sha256')
  for (const file of readdirSync('src', { recursive: true }).sort()) {
    if (file.endsWith('.ts'))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join('src', file)))
        .update('\0')
  }
  return hash.digest('hex').slice(0, HASH_DIGITS)
}

const contents = `export const BUILD='${nameOfBuild()}'`
const namedBuild = {
  name: 'named-build',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]src[\\/]build\.ts$/ }, () => ({ contents })),
}

/** Where the file lies that other threads start with: beside the library, a folder above the pieces of the bin. */
const workerBeside = here => ({
  name: 'worker-beside',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]workers[\\/]worker-file\.ts$/ }, () => ({
      contents: `import{existsSync}from'node:fs';import{dirname}from'node:path';
export const workerFile=()=>[${here},dirname(${here})].map(folder=>folder+'/history-worker.cjs').find(existsSync)`,
    })),
})

const bin = await buildBin()
const library = await build({
  ...shared,
  plugins: [await rulesBeside('import.meta.dirname'), workerBeside('import.meta.dirname'), namedBuild],
  entryPoints: ['src/index.ts'],
  format: 'esm',
  outfile: `${OUT}/index.js`,
  // Bundled CommonJS packages ask for node's own modules by require.
  banner: {
    js: "import{createRequire as keyscanCreateRequire}from'node:module';const require=keyscanCreateRequire(import.meta.url);",
  },
})
const worker = await build({
  ...shared,
  plugins: [await rulesBeside('__dirname')],
  entryPoints: ['src/workers/history-worker.ts'],
  format: 'cjs',
  outfile: `${OUT}/history-worker.cjs`,
})
await writeSchema()
writeTypes()
writeLicences([bin, library, worker].flatMap(({ metafile }) => Object.keys(metafile.inputs)))
rmSync('dist', { recursive: true, force: true })
renameSync(OUT, 'dist')

/** Where a clean `keyscan --staged` goes through. Modules that these import come along. */
function hotModules() {
  return [
    'src/cli/keyscan.ts',
    'src/cli/scan-command.ts',
    'src/scan.ts',
    'src/scan/look-through.ts',
    'src/sources/staged.ts',
    'src/sources/known-value-files.ts',
    'src/objects/open-object-store.ts',
    'src/reporters/render-report.ts',
    'src/reporters/clean.ts',
  ]
}

/** What a history goes through besides; no reporter, for whose sake a hook that stops a commit would read all of it. The decoder it would, once it needs it. */
function historyModules() {
  return [
    'src/scan/history-scan.ts',
    'src/scan/sensitive-names.ts',
    'src/scan/thread-hooks.ts',
    'src/scan/may-tell-by.ts',
    'src/scan/clean-key.ts',
    'src/scan/second-pass.ts',
    'src/scan/see-through.ts',
    'src/detect/decode/encoded-spans.ts',
    'src/sources/history.ts',
    'src/kernel/create-pack-kernel.ts',
    'src/objects/pack/open-direct-objects.ts',
    'src/attribution/attribute.ts',
  ]
}

/**
 * The bin: CommonJS, which starts some 10 ms faster than ES modules. What a commit hook needs is one file, since each file more costs half a
 * millisecond; the rest lies beside it in pieces that are read when they are asked for. esbuild splits ES modules only, so each piece is turned
 * into CommonJS afterwards and asks for the others by name.
 */
async function buildBin() {
  const split = await build({
    ...shared,
    plugins: [await rulesBeside('__dirname'), workerBeside('__dirname'), namedBuild, lateConstants],
    entryPoints: { keyscan: 'src/cli/keyscan.ts' },
    format: 'esm',
    splitting: true,
    outdir: `${OUT}/bin`,
    chunkNames: '[name]-[hash]',
    write: false,
  })
  const hot = reachedFrom(split.metafile.outputs, hotModules())
  const ofHistory = reachedFrom(split.metafile.outputs, historyModules())
  const pieces = await Promise.all(
    split.outputFiles.map(async ({ path, text }) => {
      const output = relative(root, path).replaceAll('\\', '/')
      return {
        name: basename(path, '.js'),
        bundle: hot.has(output) ? 'hot' : ofHistory.has(output) ? 'history' : undefined,
        code: await toCommonJs(text),
      }
    }),
  )
  mkdirSync(join(OUT, 'bin'))
  for (const { name, code, bundle } of pieces) {
    if (!bundle) writeFileSync(join(OUT, 'bin', `${name}.cjs`), `module.exports=(load,module,exports)=>{${code}\n}\n`)
  }
  const piecesOf = bundle => pieces.filter(piece => piece.bundle === bundle)
  const start = readFileSync(join('.ci', 'start.cjs'), 'utf8')
    .replace("'HOT_NAME'", `'${writeBundle('hot', piecesOf('hot'))}'`)
    .replace("'HISTORY_NAME'", `'${writeBundle('history', piecesOf('history'))}'`)
    .replace('HISTORY_PIECES', JSON.stringify(piecesOf('history').map(({ name }) => name)))
  writeFileSync(join(OUT, 'keyscan.cjs'), start, { mode: 0o755 })
  return split
}

/** Of esbuild's outputs those that hold these modules, and all that they import. */
function reachedFrom(outputs, modules) {
  const reached = new Set()
  const visit = output => {
    if (reached.has(output)) return
    reached.add(output)
    for (const { path, kind, external } of outputs[output].imports) {
      if (kind === 'import-statement' && !external) visit(path)
    }
  }
  for (const [output, { entryPoint }] of Object.entries(outputs)) if (modules.includes(entryPoint)) visit(output)
  return reached
}

/** Several pieces in one file; returns its name. */
function writeBundle(bundle, pieces) {
  const texts = pieces.map(({ name, code }) => `"${name}"(load,module,exports){${code}\n}`)
  // One character beyond Latin-1, and V8 keeps all of the text in two bytes each.
  const code = inAscii(`(require,__dirname)=>{"use strict";\nconst pieces={${texts.join(',\n')}};\nreturn pieces}`)
  const name = `${bundle}-${createHash('sha256').update(code).digest('hex').slice(0, HASH_DIGITS)}`
  writeFileSync(join(OUT, 'bin', `${name}.cjs`), code)
  return name
}

/** Imports of other pieces become `load("name")`. */
async function toCommonJs(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: shared.target,
    minifySyntax: true,
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
  })
  return lateModules(code.replace(/\brequire\("\.\/([^"/]+)\.js"\)/g, 'load("$1")'))
}

/** The schema of the JSON report is made from the same definition that the reporter is tested against. */
async function writeSchema() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['src/reporters/report-schema.ts'],
    format: 'esm',
    write: false,
  })
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
  writeFileSync(join(OUT, 'report.schema.json'), `${JSON.stringify(module.reportJsonSchema(), null, 2)}\n`)
}

/** Declarations of every module that the public ones name; imports in them end in .js, as they must in a package. */
function writeTypes() {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  const args = [tsc, '-p', '.ci/tsconfig.types.json', '--outDir', join(OUT, 'types')]
  execFileSync(process.execPath, args, { stdio: 'inherit' })
  const wanted = new Set()
  const visit = file => {
    if (wanted.has(file)) return
    wanted.add(file)
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import\()\s*['"](\.[^'"]+)\.(?:ts|js)['"]/g,
    )) {
      visit(join(dirname(file), `${specifier}.d.ts`))
    }
  }
  visit(join(OUT, 'types', 'index.d.ts'))
  for (const file of readdirSync(join(OUT, 'types'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    if (!wanted.has(path)) rmSync(path)
    else writeFileSync(path, readFileSync(path, 'utf8').replace(/(['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2'))
  }
  writeFileSync(join(OUT, 'index.d.ts'), "export * from './types/index.js'\n")
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
  writeFileSync(join(OUT, 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}
