import { existsSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { OWN_FILE } from '../config/own-file.ts'
import { parseTomlConfig } from '../config/parse-toml-config.ts'
import { readConfigText } from '../config/read-config-text.ts'
import { UsageError } from '../errors/usage-error.ts'
import { fromGitleaks } from '../migrate/from-gitleaks.ts'
import { fromSecretlint } from '../migrate/from-secretlint.ts'
import { ignoreGlobsOf } from '../migrate/ignore-globs-of.ts'
import type { Migrated } from '../migrate/migrated.ts'
import { toToml } from '../migrate/to-toml.ts'
import { loadRules } from '../ruleset/load.ts'
import { checkFlags } from './check-flags.ts'
import { CLEAN } from './main.ts'
import type { Arguments } from './parse-arguments.ts'
import { print } from './print.ts'

const KNOWN_FILES = ['.gitleaks.toml', 'gitleaks.toml', '.secretlintrc.json', '.secretlintrc', '.secretlintignore']

function fromIgnoreFile(text: string): Migrated {
  const left: string[] = []
  const exclude = text.split(/\r?\n/).flatMap(line => {
    const globs = ignoreGlobsOf(line)
    if (globs === undefined) left.push(`${line.trim()}: an exception to what is left out`)
    return globs ?? []
  })
  return { rules: [], disable: [], exclude, notes: [], left }
}

function read(file: string): Migrated {
  const text = readConfigText(file, file)
  const { rules } = loadRules()
  const name = basename(file)
  if (name.endsWith('ignore')) return fromIgnoreFile(text)
  if (name.endsWith('.toml')) return fromGitleaks(text, file, new Set(rules.map(({ id }) => id)))
  if (/\.(?:ya?ml|[cm]?js)$/.test(name)) throw new UsageError(`${file}: write it as .secretlintrc.json first`)
  return fromSecretlint(text, file, provider => rules.filter(one => one.provider === provider).map(({ id }) => id))
}

function joined(all: readonly Migrated[]): Migrated {
  const rules = all.flatMap(one => one.rules)
  const first = rules.filter(({ id }, index) => rules.findIndex(other => other.id === id) === index)
  const twice = rules.filter(rule => !first.includes(rule)).map(({ id }) => `rule ${id}: two files have one of that id`)
  return {
    rules: first,
    exclude: [...new Set(all.flatMap(one => one.exclude))],
    disable: [...new Set(all.flatMap(one => one.disable))],
    notes: all.flatMap(one => one.notes),
    left: [...all.flatMap(one => one.left), ...twice],
  }
}

const bullets = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)]

/** `keyscan migrate [FILE…]`: what gitleaks and secretlint were told, as `.keyscan.toml`; says what it could not carry over. */
export async function migrateCommand(args: Arguments): Promise<number> {
  checkFlags('migrate', args, ['force'])
  const named = args.words.slice(1)
  const files = named.length > 0 ? named : KNOWN_FILES.filter(file => existsSync(file))
  if (files.length === 0) {
    throw new UsageError(`none of ${KNOWN_FILES.join(', ')} is here; name the file: keyscan migrate FILE`)
  }
  if (existsSync(OWN_FILE) && !args.has('force')) {
    throw new UsageError(`${OWN_FILE} is there already: --force replaces it, or move it away first`)
  }
  const migrated = joined(files.map(read))
  const { rules, exclude, disable, notes, left } = migrated
  const toml = toToml(migrated, files)
  // What would not load is not written: that is a mistake of ours, and said as one.
  parseTomlConfig(toml, OWN_FILE)
  writeFileSync(OWN_FILE, toml)
  const lines = [
    `wrote ${OWN_FILE}: ${rules.length} rules, ${exclude.length} paths left out, ${disable.length} rules disabled`,
    ...bullets('Changed on the way:', notes),
    ...bullets('Not carried over:', left),
  ]
  await print(`${lines.join('\n')}\n`)
  return CLEAN
}
