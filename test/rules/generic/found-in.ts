import { readdirSync, readFileSync } from 'node:fs'
import { createDetector } from '../../../src/detect/create-detector.ts'
import { keepMostSpecific } from '../../../src/detect/keep-most-specific.ts'
import { judge } from '../../../src/judges/judge.ts'
import { compileRuleFile } from '../../../src/ruleset/compile-rule-file.ts'
import { compileRuleSet } from '../../../src/ruleset/compile-rule-set.ts'

const files = [
  ...readdirSync('rules').filter(name => name.startsWith('generic')),
  ...['aspnet', 'jwt', 'private-key', 'url', 'wordpress'].map(name => `${name}.toml`),
].map(name => `rules/${name}`)
const detector = createDetector(
  compileRuleSet(files.flatMap(file => compileRuleFile(readFileSync(file, 'utf8'), file))),
)

export interface Found {
  readonly rule: string
  readonly secret: string
  readonly parts: Readonly<Record<string, string>>
}

/** What is left after detector and judges, of the rules that know no vendor; checks that each secret stands where it says. */
export function foundIn(text: string): readonly Found[] {
  const bytes = Buffer.from(text)
  return keepMostSpecific(detector.detect({ bytes }))
    .filter(match => !judge({ match, path: undefined }).dropped)
    .map(match => {
      const secret = match.secret.reveal()
      const there = bytes.toString('utf8', match.start, match.end)
      if (there !== secret) throw new Error(`${match.rule.id} points to another text than its secret`)
      return { rule: match.rule.id, secret, parts: match.parts }
    })
}
