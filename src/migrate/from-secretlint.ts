import { parseJson } from '../config/parse-json-config.ts'
import { UsageError } from '../errors/usage-error.ts'
import { migrateRule } from './migrate-rule.ts'
import type { Migrated, MigratedRule } from './migrated.ts'

type Table = Readonly<Record<string, unknown>>

const PREFIX = '@secretlint/secretlint-rule-'
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)
const tables = (value: unknown): readonly Table[] => (Array.isArray(value) ? value.filter(isTable) : [])

/** Comments and commas too many, which its own reader allows. */
function plainJson(text: string): string {
  return text
    .replace(
      /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
      (all, string?: string) => string ?? all.replace(/[^\n]/g, ' '),
    )
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, string?: string) => string ?? ' ')
}

/** A `.secretlintrc` in JSON: patterns of one's own, disabled rules. `rulesOf`: ids of our rules of a provider. */
export function fromSecretlint(json: string, file: string, rulesOf: (provider: string) => readonly string[]): Migrated {
  if (!/^\s*[{[/]/.test(json)) throw new UsageError(`${file}: is not JSON; write it as .secretlintrc.json first`)
  const config = parseJson(plainJson(json), file)
  const rules: MigratedRule[] = []
  const disable: string[] = []
  const notes: string[] = []
  const left: string[] = []
  const visit = (one: Table): void => {
    const id = String(one.id ?? '')
    const name = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id
    for (const inner of tables(one.rules)) visit(inner)
    if (one.disabled === true) {
      const ours = rulesOf(name)
      if (ours.length === 0)
        left.push(`${id} is disabled: keyscan has no provider of that name; see keyscan rules list`)
      disable.push(...ours)
      return
    }
    const options = isTable(one.options) ? one.options : {}
    if (name === 'pattern') for (const pattern of tables(options.patterns)) addPattern(pattern)
    else if (!name.startsWith('preset-') && rulesOf(name).length === 0 && !isTable(one.rules)) {
      left.push(`${id}: keyscan has no provider of that name; see keyscan rules list`)
    }
    for (const allowed of Array.isArray(options.allows) ? options.allows : []) {
      left.push(`${id}: allows ${JSON.stringify(allowed)}; allow single lines by a comment with keyscan:allow instead`)
    }
    if (Array.isArray(one.allowMessageIds) && one.allowMessageIds.length > 0) {
      left.push(`${id}: allowMessageIds ${one.allowMessageIds.join(', ')}; see disable and keyscan rules list`)
    }
  }
  if (!isTable(config)) throw new UsageError(`${file}: holds no object`)
  for (const one of tables(config.rules)) visit(one)
  return { rules, exclude: [], disable: [...new Set(disable)], notes, left }

  function addPattern(one: Table): void {
    const title = String(one.name ?? 'pattern')
    const written = [one.pattern, ...(Array.isArray(one.patterns) ? one.patterns : [])].filter(
      (source): source is string => typeof source === 'string',
    )
    for (const [index, source] of written.entries()) {
      const [, body = source, flags = ''] = /^\/([\s\S]+)\/([a-z]*)$/.exec(source) ?? []
      const id = written.length > 1 ? `${title}-${index + 1}` : title
      const outcome = migrateRule({ id, title, pattern: body, flags, secretGroup: 0 })
      if ('why' in outcome) left.push(`pattern ${id}: ${outcome.why}`)
      else if (rules.some(other => other.id === outcome.rule.id))
        left.push(`pattern ${id}: another has the id ${outcome.rule.id}`)
      else {
        rules.push(outcome.rule)
        notes.push(...outcome.notes.map(note => `pattern ${id}: ${note}`))
      }
    }
  }
}
