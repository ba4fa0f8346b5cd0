import type { Rule } from '../types.ts'

export interface PathRules {
  /** May this rule speak of a file of this path? */
  applies(rule: Rule, path: string): boolean
  /** Rules for which a file of this path is itself a finding. */
  fileRulesOf(path: string): readonly Rule[]
}

type PathTest = (path: string) => boolean

interface RulePaths {
  readonly within: PathTest | undefined
  readonly except: PathTest | undefined
}

/** Built-in rules bring their globs as regular expressions; globs of the person's own rules are compiled here. */
async function pathsOf(rules: readonly Rule[]): Promise<ReadonlyMap<Rule, RulePaths>> {
  const raw = rules.some(
    rule => (rule.paths.length > 0 && !rule.pathPattern) || (rule.exceptPaths.length > 0 && !rule.exceptPathPattern),
  )
  const { compileGlobs } = raw ? await import('../config/path-globs.ts') : { compileGlobs: undefined }
  const testOf = (globs: readonly string[], source: string | undefined): PathTest | undefined => {
    if (globs.length === 0) return undefined
    if (source === undefined) return compileGlobs!(globs)
    let pattern: RegExp | undefined
    return path => {
      pattern ??= new RegExp(source)
      return pattern.test(path)
    }
  }
  const limited = rules.filter(rule => rule.paths.length + rule.exceptPaths.length > 0)
  return new Map(
    limited.map(rule => [
      rule,
      { within: testOf(rule.paths, rule.pathPattern), except: testOf(rule.exceptPaths, rule.exceptPathPattern) },
    ]),
  )
}

const NO_RULES: readonly Rule[] = []

/** The longest text that each path of a glob contains in its last part: of `**` + `/.env.*` it is `.env.`. */
function literalOf(glob: string): string {
  const pieces = glob.slice(glob.lastIndexOf('/') + 1).split(/[*?[\]{}()!+@|,]+/)
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}

/** Nearly every path is of no file rule: looking for a text is cheaper than a regular expression for each rule. */
function anyOf(fileRules: readonly Rule[]): PathTest {
  const literals = [...new Set(fileRules.flatMap(rule => rule.paths.map(literalOf)))]
  return path => literals.some(literal => path.includes(literal))
}

/** What paths have to say about rules. */
export async function createPathRules(rules: readonly Rule[]): Promise<PathRules> {
  const paths = await pathsOf(rules)
  const fileRules = rules.filter(rule => rule.kind === 'file')
  const isOfAnyFileRule = anyOf(fileRules)
  const isWithin = (rule: Rule, path: string): boolean => paths.get(rule)?.within?.(path) !== false
  const isExcepted = (rule: Rule, path: string): boolean => paths.get(rule)?.except?.(path) === true
  return {
    applies: (rule, path) => (rule.kind !== 'pattern' || isWithin(rule, path)) && !isExcepted(rule, path),
    fileRulesOf: path =>
      isOfAnyFileRule(path) ? fileRules.filter(rule => isWithin(rule, path) && !isExcepted(rule, path)) : NO_RULES,
  }
}
