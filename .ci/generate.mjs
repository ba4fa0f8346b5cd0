// Makes src/generated/: the compiled rules (ruleset.ts) and the kernel's WebAssembly (kernel.ts). What has not changed is not made again.
//   node .ci/generate.mjs                     everything; exits 1 and writes no rules if one is wrong
//   node .ci/generate.mjs --keep-going        as above, but writes the rules of the files that are right
//   node .ci/generate.mjs rules/openai.toml   checks these files only, writes nothing
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { argv, exit, pid, stderr, stdout } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join(ROOT, 'src/generated')
const CACHE = join(ROOT, 'node_modules/.cache/keyscan')
const COMPILER = [
  'ruleset/compile-rule-file',
  'ruleset/compile-rule-set',
  'ruleset/generated-ruleset',
  'config/path-globs',
  'detect/index-rules',
  'detect/literal-of',
  'kernel/anchor-table',
]

const flags = argv.slice(2).filter(arg => arg.startsWith('--'))
const files = argv.slice(2).filter(arg => !arg.startsWith('--'))

if (files.length > 0) exit(await check(files))
mkdirSync(OUT, { recursive: true })
const [rulesOk] = await Promise.all([generateRules(), generateKernelIfChanged()])
exit(rulesOk ? 0 : 1)

async function check(names) {
  const { rules, errors } = compileAll(await loadCompiler(), names)
  for (const error of errors) stderr.write(`${error}\n`)
  stdout.write(`${rules.length} rules are right, ${errors.length} files are wrong\n`)
  return errors.length > 0 ? 1 : 0
}

async function generateRules() {
  const names = list('rules', '.toml')
  const stamp = `// inputs ${hash([...names, ...list('src/ruleset', '.ts'), ...list('src/kernel', '.ts'), ...list('src/detect', '.ts'), ...list('src/types', '.ts'), 'src/config/path-globs.ts', '.ci/generate.mjs', 'package-lock.json'])}`
  const target = join(OUT, 'ruleset.ts')
  if (endsWith(target, stamp)) return true
  const compiler = await loadCompiler()
  const { rules, errors } = compileAll(compiler, names)
  for (const error of errors) stderr.write(`${error}\n`)
  if (errors.length > 0 && !flags.includes('--keep-going')) return false
  try {
    const text = compiler.generatedRuleset(compiler.compileRuleSet(rules), compiler)
    write(target, errors.length > 0 ? text : `${text}${stamp}\n`)
  } catch (error) {
    if (error?.name !== 'UsageError') throw error
    stderr.write(`rules/: ${error.message}\n`)
    return false
  }
  return errors.length === 0
}

function compileAll({ compileRuleFile }, names) {
  const rules = []
  const errors = []
  for (const name of names) {
    try {
      const compiled = compileRuleFile(readFileSync(join(ROOT, name), 'utf8'), name)
      const file = basename(name, '.toml')
      const { provider } = compiled[0]
      if (file === provider || file.startsWith(`${provider}-`)) rules.push(...compiled)
      else
        errors.push(
          `${name}: provider.id is "${provider}"; it must be the file's name, "${file}", or what that begins with`,
        )
    } catch (error) {
      if (error?.name !== 'UsageError') throw error
      errors.push(error.message)
    }
  }
  return { rules, errors }
}

/** The compiler is TypeScript, which Node 20 does not run. Its dependencies stay outside, so that this takes milliseconds. */
async function loadCompiler() {
  const { build } = await import('esbuild')
  mkdirSync(CACHE, { recursive: true })
  const outfile = join(CACHE, `compiler-${pid}.mjs`)
  const contents = COMPILER.map(name => `export * from './src/${name}.ts'`).join('\n')
  const options = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
    logLevel: 'error',
  }
  const { outputFiles } = await build({ stdin: { contents, resolveDir: ROOT, loader: 'ts' }, ...options })
  writeFileSync(outfile, outputFiles[0].contents)
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}

async function generateKernelIfChanged() {
  const stamp = `// inputs ${hash([...list('src/kernel/assembly', '.ts'), '.ci/generate-kernel.mjs', 'package-lock.json'])}`
  const target = join(OUT, 'kernel.ts')
  if (endsWith(target, stamp)) return
  const { generateKernel } = await import('./generate-kernel.mjs')
  await generateKernel('src/generated')
  write(target, `${readFileSync(target, 'utf8').trimEnd()}\n${stamp}\n`)
}

function list(folder, ending) {
  const names = readdirSync(join(ROOT, folder), { recursive: true }).map(
    name => `${folder}/${name.replaceAll('\\', '/')}`,
  )
  return names.filter(name => name.endsWith(ending)).sort()
}

function hash(names) {
  const sum = createHash('sha256')
  for (const name of names)
    sum
      .update(`${name}\0`)
      .update(readFileSync(join(ROOT, name)))
      .update('\0')
  return sum.digest('hex')
}

function endsWith(file, stamp) {
  try {
    return readFileSync(file, 'utf8').trimEnd().endsWith(stamp)
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** Renamed into place: tests that run at the same time never see half a file. */
function write(target, text) {
  const temporary = `${target}.${pid}.tmp`
  writeFileSync(temporary, text)
  renameSync(temporary, target)
}
