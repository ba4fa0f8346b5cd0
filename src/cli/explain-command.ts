import { loadConfig } from '../config/load-config.ts'
import { UsageError } from '../errors/usage-error.ts'
import { gitEnvironment } from '../git/git-environment.ts'
import { locateRepository } from '../git/locate-repository.ts'
import { loadRules } from '../ruleset/load.ts'
import { nearIds } from '../ruleset/near-ids.ts'
import { explainFinding, explainText } from '../scan/explain-scan.ts'
import { allRules } from '../scan/rules-in-force.ts'
import { checkFlags } from './check-flags.ts'
import { columnsOfTerminal } from './columns-of-terminal.ts'
import { explainRule } from './explain-rule.ts'
import { CLEAN } from './main.ts'
import type { Arguments } from './parse-arguments.ts'
import { print } from './print.ts'
import { optionsOf } from './scan-command.ts'

const FINGERPRINT = /^[0-9a-f]{6,20}$/

/**
 * `keyscan explain RULE`: what it looks for. `keyscan explain FINGERPRINT [--history | --range A..B | PATH…]`: every decision about one finding of that
 * scan. `keyscan explain --text LINE` or `--stdin`: why something is, or is not, a finding.
 */
export async function explainCommand(args: Arguments): Promise<number> {
  checkFlags('explain', args, [
    ...(['text', 'stdin', 'name', 'config', 'staged', 'history', 'range', 'since', 'branch'] as const),
    ...(['reachable-only', 'no-ignore'] as const),
  ])
  await print(`${(await linesFor(args)).join('\n')}\n`)
  return CLEAN
}

async function linesFor(args: Arguments): Promise<readonly string[]> {
  const [, what, ...paths] = args.words
  const rest: Arguments = { ...args, words: paths }
  const text = args.value('text')
  if (what === undefined && text !== undefined) {
    const [name, configFile] = [args.value('name'), args.value('config')]
    return explainText({
      mode: 'stdin',
      directory: process.cwd(),
      text: Buffer.from(text),
      ...(name !== undefined && { name }),
      ...(configFile !== undefined && { configFile }),
    })
  }
  if (what === undefined && args.has('stdin')) return explainText(await optionsOf(rest))
  if (what === undefined) {
    throw new UsageError(
      'keyscan explain needs a RULE, the FINGERPRINT of a finding (shown with --verbose and in JSON), --text LINE or --stdin',
    )
  }
  const root = locateRepository(process.cwd(), gitEnvironment())?.workTree ?? process.cwd()
  const { rules } = allRules(loadRules(), await loadConfig(root, args.value('config')))
  const rule = rules.find(({ id }) => id === what)
  if (rule) return explainRule(rule, columnsOfTerminal())
  if (FINGERPRINT.test(what)) return explainFinding(await optionsOf(rest), what)
  const near = nearIds(
    what,
    rules.map(({ id }) => id),
  )
  const hint = near.length > 0 ? ` There are ${near.join(', ')}.` : ' keyscan rules list shows all rules.'
  throw new UsageError(`"${what}" is no rule, and no fingerprint.${hint}`)
}
