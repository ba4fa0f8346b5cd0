import { compileGlobs } from '../config/path-globs.ts'
import { isDotenvPath } from '../detect/dotenv/is-dotenv-path.ts'
import type { Rule, RuleSet } from '../types.ts'
import { createFileRules } from './file-rules.ts'

/** A bracket that is closed and was not opened, or the other way round. */
const HALF = /^[^{(]*[})]|[{(][^})]*$/

/** Of a glob whose alternatives have slashes (`{a/b,c}.pem`) any base name will do. */
function lastPart(glob: string): string {
  const part = glob.slice(glob.lastIndexOf('/') + 1)
  return HALF.test(part) ? '*' : part
}

/**
 * Could a file of this base name concern a rule for files of certain names, or is it a `.env`? Trees are read for base names only; a glob's last part decides about
 * those alone, and what it lets through is looked at again once whole paths are known.
 */
export function sensitiveNames(set: RuleSet): (baseName: string) => boolean {
  const rulesOf = rulesByName(set)
  return baseName => isDotenvPath(baseName) === 'dotenv' || rulesOf(baseName).length > 0
}

/** Rules that a file of this base name could concern, in whatever folder it stands. */
export function rulesByName(set: RuleSet): (baseName: string) => readonly Rule[] {
  const rulesOf = createFileRules(set)
  const tests = new Map<Rule, (baseName: string) => boolean>()
  const testOf = (rule: Rule): ((baseName: string) => boolean) => {
    const test = tests.get(rule) ?? compileGlobs(rule.paths.map(lastPart))
    tests.set(rule, test)
    return test
  }
  return baseName => rulesOf(baseName).filter(rule => testOf(rule)(baseName))
}
