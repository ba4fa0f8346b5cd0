import { UsageError } from '../errors/usage-error.ts'
import { parseToml } from '../ruleset/parse-toml.ts'
import { migrateRule } from './migrate-rule.ts'
import type { Migrated, MigratedRule } from './migrated.ts'
import { pathGlobsOf } from './path-globs-of.ts'

type Table = Readonly<Record<string, unknown>>

function tables(value: unknown): readonly Table[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.filter((one): one is Table => typeof one === 'object' && one !== null && !Array.isArray(one))
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** A `.gitleaks.toml`: rules, allow lists of paths, disabled rules. `ours`: ids of our own rules. */
export function fromGitleaks(toml: string, file: string, ours: ReadonlySet<string>): Migrated {
  const config = parseToml(toml, file)
  if (typeof config !== 'object' || config === null) throw new UsageError(`${file}: holds no table`)
  const { rules: written, allowlist, allowlists, extend } = config as Table
  const notes: string[] = []
  const left: string[] = []
  const rules: MigratedRule[] = []
  for (const [index, one] of tables(written).entries()) {
    const id = text(one.id) ?? `rule-${index + 1}`
    const rule = ruleOf(one, id, notes, left)
    if (rule === undefined) continue
    if (rules.some(other => other.id === rule.id)) left.push(`rule ${id}: there is another of the id ${rule.id}`)
    else rules.push(rule)
    if (ours.has(rule.id)) notes.push(`rule ${rule.id} takes the place of keyscan's own rule of that id`)
  }
  const exclude = tables([...tables(allowlist), ...tables(allowlists)]).flatMap(one => {
    const targets = texts(one.targetRules)
    if (targets.length === 0) return allowedPaths(one, 'allow list', left)
    left.push(`allow list for ${targets.join(', ')}: give these rules except-paths`)
    return []
  })
  const disable = tables(extend).flatMap(one => disabled(one, ours, notes, left))
  return { rules, exclude: [...new Set(exclude)], disable, notes, left }
}

function ruleOf(one: Table, id: string, notes: string[], left: string[]): MigratedRule | undefined {
  const pattern = text(one.regex)
  const path = text(one.path)
  const paths = path === undefined ? [] : pathGlobsOf(path)
  if (pattern === undefined) {
    left.push(`rule ${id}: has no regex${path ? '; a rule of paths alone is written with paths = [globs]' : ''}`)
    return undefined
  }
  if (paths === undefined) {
    left.push(
      `rule ${id}: its path ${JSON.stringify(path)} is no glob that could be told; write the rule with paths = [globs]`,
    )
    return undefined
  }
  const lists = [...tables(one.allowlist), ...tables(one.allowlists)]
  const secretGroup = number(one.secretGroup)
  const entropy = number(one.entropy)
  const outcome = migrateRule({
    id,
    title: text(one.description) ?? id,
    pattern,
    ...(secretGroup !== undefined && secretGroup > 0 && { secretGroup }),
    keywords: texts(one.keywords).map(word => word.toLowerCase()),
    ...(entropy !== undefined && { entropy }),
    paths,
    exceptPaths: lists.flatMap(list => allowedPaths(list, `rule ${id}: its allow list`, left)),
  })
  if ('why' in outcome) {
    left.push(`rule ${id}: ${outcome.why}`)
    return undefined
  }
  notes.push(...outcome.notes.map(note => `rule ${id}: ${note}`))
  return outcome.rule
}

/** Of an allow list the paths; what else is in it is told. */
function allowedPaths(list: Table, where: string, left: string[]): readonly string[] {
  for (const pattern of texts(list.regexes)) {
    left.push(`${where}: regex ${JSON.stringify(pattern)}; allow single lines by a comment with keyscan:allow instead`)
  }
  const words = texts(list.stopwords).length
  if (words > 0) left.push(`${where}: ${words} stop words; placeholders and words are judged by keyscan itself`)
  if (texts(list.commits).length > 0) left.push(`${where}: commits; keyscan accepts findings, not commits`)
  return texts(list.paths).flatMap(path => {
    const globs = pathGlobsOf(path)
    if (globs === undefined) left.push(`${where}: path ${JSON.stringify(path)}; write it as a glob`)
    return globs ?? []
  })
}

function disabled(extend: Table, ours: ReadonlySet<string>, notes: string[], left: string[]): readonly string[] {
  if (extend.useDefault !== true) notes.push('keyscan’s own rules stay in force beside these')
  for (const key of ['path', 'url'] as const) {
    const from = text(extend[key])
    if (from) left.push(`extend.${key} ${JSON.stringify(from)}: migrate that file as well`)
  }
  return texts(extend.disabledRules).filter(id => {
    if (!ours.has(id)) left.push(`disabled rule ${id}: keyscan has none of that id; see keyscan rules list`)
    return ours.has(id)
  })
}
