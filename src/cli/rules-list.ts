import { loadConfig } from '../config/load-config.ts'
import { UsageError } from '../errors/usage-error.ts'
import { gitEnvironment } from '../git/git-environment.ts'
import { locateRepository } from '../git/locate-repository.ts'
import { counted } from '../reporters/counted.ts'
import { loadRules } from '../ruleset/load.ts'
import { allRules, rulesInForce } from '../scan/rules-in-force.ts'
import type { Rule } from '../types.ts'
import { checkFlags } from './check-flags.ts'
import { CLEAN } from './main.ts'
import type { Arguments } from './parse-arguments.ts'
import { print } from './print.ts'

interface Listed {
  readonly rule: Rule
  readonly inForce: boolean
}

function asJson(listed: readonly Listed[]): string {
  const rows = listed.map(({ rule, inForce }) => {
    const { remedy: _, pathPattern: __, exceptPathPattern: ___, ...rest } = rule
    return { ...rest, inForce }
  })
  return `${JSON.stringify(rows, null, 2)}\n`
}

function asTable(listed: readonly Listed[]): string {
  const rows = listed.map(({ rule, inForce }) => [
    rule.id,
    rule.severity,
    rule.confidence,
    inForce ? rule.title : `${rule.title} (left out by the configuration)`,
  ])
  const head = ['RULE', 'SEVERITY', 'CONFIDENCE', 'WHAT']
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map(row => row[column]?.length ?? title.length)),
  )
  const line = (row: readonly string[]) => row.map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell)).join('  ')
  const providers = new Set(listed.map(({ rule }) => rule.provider)).size
  return `${[head, ...rows].map(line).join('\n')}\n\n${counted(rows.length, 'rule')} of ${counted(providers, 'provider')}\n`
}

/** `keyscan rules list [WORD…]`: the rules whose id, provider or title holds one of the words. */
export async function rulesList(args: Arguments, words: readonly string[]): Promise<number> {
  checkFlags('rules list', args, ['format', 'config'])
  const format = args.value('format') ?? 'human'
  if (format !== 'human' && format !== 'json') {
    throw new UsageError(`keyscan rules list --format takes human or json, not "${format}".`)
  }
  const root = locateRepository(process.cwd(), gitEnvironment())?.workTree ?? process.cwd()
  const config = await loadConfig(root, args.value('config'))
  const inForce = new Set(rulesInForce(loadRules(), config, []).rules)
  const holds = ({ id, providerName, title }: Rule): boolean => {
    const text = `${id} ${providerName} ${title}`.toLowerCase()
    return words.length === 0 || words.some(word => text.includes(word.toLowerCase()))
  }
  const listed = allRules(loadRules(), config)
    .rules.filter(holds)
    .map(rule => ({ rule, inForce: inForce.has(rule) }))
  if (listed.length === 0) throw new UsageError(`no rule is about ${words.join(' or ')}; keyscan rules list shows all`)
  await print(format === 'json' ? asJson(listed) : asTable(listed))
  return CLEAN
}
