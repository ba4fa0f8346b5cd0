import type { Rule, RuleSet } from '../types.ts'
import { createFileRules } from './file-rules.ts'

export interface PathRules {
  /** May this rule speak of a file of this path? */
  applies(rule: Rule, path: string): boolean
  /** Rules for which a file of this path is itself a finding. */
  fileRulesOf(path: string): readonly Rule[]
  /** Rules whose pattern is tried on the whole of a file of this path. */
  wholeFileRulesOf(path: string): readonly Rule[]
}

type PathTest = (path: string) => boolean

interface RulePaths {
  readonly within: PathTest | undefined
  readonly except: PathTest | undefined
}

type TestOf = (globs: readonly string[], source: string | undefined) => PathTest | undefined

/** Built-in rules bring their globs as regular expressions; globs of the person's own rules are compiled here. */
async function testMaker(set: RuleSet): Promise<TestOf> {
  const own = set.prepared ? (set.prepared.own?.rules ?? []) : set.rules
  const raw = own.some(
    rule => (rule.paths.length > 0 && !rule.pathPattern) || (rule.exceptPaths.length > 0 && !rule.exceptPathPattern),
  )
  const { compileGlobs } = raw ? await import('../config/path-globs.ts') : { compileGlobs: undefined }
  return (globs, source) => {
    if (globs.length === 0) return undefined
    if (source === undefined) return compileGlobs!(globs)
    const pattern = new RegExp(source)
    return path => pattern.test(path)
  }
}

/** Of rules for files of certain names. */
type FileKind = 'file' | 'whole-file'

/** What paths have to say about rules. What a rule's own globs mean is found out when it is first asked about. */
export async function createPathRules(set: RuleSet): Promise<PathRules> {
  const testOf = await testMaker(set)
  const known = new Map<Rule, RulePaths>()
  const pathsOf = (rule: Rule): RulePaths => {
    let paths = known.get(rule)
    if (!paths) {
      paths = { within: testOf(rule.paths, rule.pathPattern), except: testOf(rule.exceptPaths, rule.exceptPathPattern) }
      known.set(rule, paths)
    }
    return paths
  }
  const isWithin = (rule: Rule, path: string): boolean => rule.paths.length === 0 || pathsOf(rule).within!(path)
  const isExcepted = (rule: Rule, path: string): boolean => rule.exceptPaths.length > 0 && pathsOf(rule).except!(path)

  const mayConcern = createFileRules(set)
  const rulesOf = (kind: FileKind, path: string): readonly Rule[] =>
    mayConcern(path).filter(rule => rule.kind === kind && isWithin(rule, path) && !isExcepted(rule, path))
  return {
    applies: (rule, path) => (rule.kind !== 'pattern' || isWithin(rule, path)) && !isExcepted(rule, path),
    fileRulesOf: path => rulesOf('file', path),
    wholeFileRulesOf: path => rulesOf('whole-file', path),
  }
}
