import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FLAGS, type Flag } from '../../src/cli/flags.ts'
import { help } from '../../src/cli/help.ts'
import { DEFAULT_CONFIG } from '../../src/config/config.ts'
import { configSchema } from '../../src/config/config-schema.ts'
import { parseTomlConfig } from '../../src/config/parse-toml-config.ts'
import { ruleSchema } from '../../src/ruleset/rule-file-schema.ts'
import { ROOT } from './pack-keyscan.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')

/** What stands between the fences of each block of that language. */
function blocks(text: string, language: string): readonly string[] {
  const found = text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)
  return [...found].filter(([, one]) => one === language).map(([, , code = '']) => code)
}

/** Rows of the table under a heading. */
function rowsUnder(heading: string): readonly string[] {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`)).split('\n## ')[1] ?? ''
  return section.split('\n').filter(line => line.startsWith('| `') || /^\| \d/.test(line))
}

function flagRow({ name, short, value, help: meaning }: Flag): string {
  const term = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
  return `| \`${term}\` | ${meaning} |`
}

it('lists every flag as src/cli/flags.ts does', () => {
  expect(rowsUnder('Flags')).toEqual(FLAGS.map(flagRow))
})

it('has the exit codes of --help', () => {
  const told = help(1000)
    .split('\n')
    .flatMap(line => /^ {2}(\d) +(.*)$/.exec(line)?.slice(1, 3).join(' ') ?? [])
  const written = rowsUnder('Exit codes').map(row => row.replace(/^\| (\d) \| (.*) \|$/, '$1 $2'))
  expect(written.map(line => line.replace(', whatever the format or the output file', ''))).toEqual(told)
  expect(told).toHaveLength(3)
})

it('has a configuration that is right, with every key that there is and the defaults', () => {
  const [toml] = blocks(readme, 'toml')
  const config = parseTomlConfig(toml!, '.keyscan.toml')
  expect(config).toMatchObject({
    minSeverity: DEFAULT_CONFIG.minSeverity,
    minConfidence: DEFAULT_CONFIG.minConfidence,
    limits: DEFAULT_CONFIG.limits,
  })
  const { limits } = configSchema.entries
  for (const key of [...Object.keys(configSchema.entries), ...Object.keys(limits.wrapped.entries)]) {
    expect(toml).toMatch(new RegExp(`^\\[*${key}\\b`, 'm'))
  }
})

it('names scripts, files and sections that there are', () => {
  const { scripts, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  for (const [, name = ''] of readme.matchAll(/npm run (?:--silent )?([\w:]+)/g)) expect(scripts).toHaveProperty(name)
  for (const [, file = ''] of readme.matchAll(/docs\/([A-Z]+\.md)/g))
    expect(readdirSync(join(ROOT, 'docs'))).toContain(file)
  for (const [tarball] of readme.matchAll(/keyscan-cli-[\d.]+\.tgz/g))
    expect(tarball).toBe(`keyscan-cli-${version}.tgz`)
})

it('shows commands whose flags there are', () => {
  const names = new Set<string>(FLAGS.map(({ name }) => name))
  const shown = [...blocks(readme, 'sh'), ...blocks(readme, 'console')]
    .join('')
    .matchAll(/keyscan(?: [^-\n]\S*)* (?:--.*)/g)
  const flags = [...shown].flatMap(([line]) => [...line.matchAll(/(?<=\s)--([a-z-]+)/g)].map(([, name = '']) => name))
  expect(flags.length).toBeGreaterThan(5)
  expect(flags.filter(name => !names.has(name))).toEqual([])
})

it('docs/RULES.md explains every key of a rule', () => {
  const rules = readFileSync(join(ROOT, 'docs', 'RULES.md'), 'utf8')
  expect(Object.keys(ruleSchema.entries).filter(key => !rules.includes(`\`${key}\``))).toEqual([])
})
