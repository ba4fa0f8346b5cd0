import { compileGlobs } from '../config/path-globs.ts'
import type { Rule } from '../types.ts'

export interface PathRules {
  /** May this rule speak of a file of this path? */
  applies(rule: Rule, path: string): boolean
  /** Rules for which a file of this path is itself a finding. */
  fileRulesOf(path: string): readonly Rule[]
  /** Could a file of this base name concern a file rule or a rule that only applies to certain paths? */
  isSensitiveName(baseName: string): boolean
}

type PathTest = (path: string) => boolean

/** Globs are compiled when they are first asked: most scans meet none of them. */
export function createPathRules(rules: readonly Rule[], isDotenvPath: PathTest): PathRules {
  const compiled = new Map<readonly string[], PathTest>()
  const testOf = (globs: readonly string[]): PathTest => {
    const test = compiled.get(globs) ?? compileGlobs(globs)
    compiled.set(globs, test)
    return test
  }
  const fileRules = rules.filter(rule => rule.kind === 'file')
  // A glob's last part decides about the base name alone; a superset is all that is needed here.
  const baseGlobs = fileRules.flatMap(rule => rule.paths.map(glob => glob.slice(glob.lastIndexOf('/') + 1)))
  return {
    applies(rule, path) {
      if (rule.kind === 'pattern' && rule.paths.length > 0 && !testOf(rule.paths)(path)) return false
      return rule.exceptPaths.length === 0 || !testOf(rule.exceptPaths)(path)
    },
    fileRulesOf(path) {
      return fileRules.filter(
        rule => testOf(rule.paths)(path) && !(rule.exceptPaths.length > 0 && testOf(rule.exceptPaths)(path)),
      )
    },
    isSensitiveName(baseName) {
      return isDotenvPath(baseName) || (baseGlobs.length > 0 && testOf(baseGlobs)(baseName))
    },
  }
}
