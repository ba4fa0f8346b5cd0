// The rules with their examples as written, and the code that makes texts of them: TypeScript, which Node 20 does not run, so it is bundled first.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'smol-toml'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PARTS = [
  'ruleset/compile-rule-file',
  'ruleset/check-examples',
  'ruleset/samples',
  'judges/checksum/checks',
  'detect/decode/marks',
  'detect/table/cells-below',
]

async function compiler() {
  const contents = PARTS.map(name => `export * from './src/${name}.ts'`).join('\n')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
  })
  const file = join(ROOT, 'node_modules/.cache', `accuracy-${process.pid}.mjs`)
  writeFileSync(file, outputFiles[0].contents)
  try {
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(file)
  }
}

/** `{ rules: [{ rule, examples, counterExamples }], expandSample, whyNotFound, cellsBelow, sumIsRight, isSeenInHex }` */
export async function loadRules() {
  const { compileRuleFile, expandSample, whyNotFound, CHECKS, decodeMarks, cellsBelow } = await compiler()
  const names = readdirSync(join(ROOT, 'rules')).filter(name => name.endsWith('.toml'))
  const rules = names.flatMap(name => {
    const text = readFileSync(join(ROOT, 'rules', name), 'utf8')
    const raw = parse(text).rule
    return compileRuleFile(text, `rules/${name}`).map((rule, index) => ({
      rule,
      examples: raw[index].examples ?? [],
      counterExamples: raw[index]['counter-examples'] ?? [],
    }))
  })
  const hexMarks = decodeMarks(rules.map(({ rule }) => rule)).filter(({ way }) => way === 'hex')
  return {
    rules,
    expandSample,
    whyNotFound,
    cellsBelow,
    sumIsRight: (rule, secret) =>
      CHECKS.get(rule.checksum)?.(secret, { match: { rule, parts: {} } })?.verdict?.checksum === 'valid',
    /** Only of what is often hidden: see marks.ts. */
    isSeenInHex: secret => hexMarks.some(({ text }) => Buffer.from(secret).toString('hex').startsWith(text)),
  }
}
