import { compileGlobs } from '../config/path-globs.ts'
import { isDotenvPath } from '../detect/dotenv/is-dotenv-path.ts'
import type { Rule, RuleSet, SensitiveNames } from '../types.ts'
import { createFileRules } from './file-rules.ts'
import { lastPart } from './last-part.ts'
import { sensitiveFolders } from './sensitive-folders.ts'

/**
 * Trees are read for base names only; a glob's last part decides about those alone, its folders are looked for among all names, and what both let
 * through is looked at again once whole paths are known.
 */
export function sensitiveNames(set: RuleSet): SensitiveNames {
  return { isSensitiveName: isSensitiveBy(rulesByName(set)), isSensitiveFolder: sensitiveFolders(set) }
}

/** Is it a name that one of these rules is about, or that of a `.env`? */
export function isSensitiveBy(rulesOf: (baseName: string) => readonly Rule[]): (baseName: string) => boolean {
  return baseName => isDotenvPath(baseName) === 'dotenv' || rulesOf(baseName).length > 0
}

/** Rules that a file of this base name could concern, in whatever folder it stands; `isGlob` tells which of their globs count. */
export function rulesByName(
  set: RuleSet,
  isGlob: (glob: string) => boolean = () => true,
): (baseName: string) => readonly Rule[] {
  const rulesOf = createFileRules(set)
  const tests = new Map<Rule, (baseName: string) => boolean>()
  const testOf = (rule: Rule): ((baseName: string) => boolean) => {
    const test = tests.get(rule) ?? compileGlobs(rule.paths.filter(isGlob).map(lastPart))
    tests.set(rule, test)
    return test
  }
  return baseName => rulesOf(baseName).filter(rule => testOf(rule)(baseName))
}
