import { compileRule } from '../ruleset/compile-rule.ts'
import { PatternError } from '../ruleset/pattern-error.ts'
import type { RawRule } from '../ruleset/rule-file-schema.ts'
import { RuleProblem } from '../ruleset/rule-problem.ts'
import { findAnchors } from './find-anchors.ts'
import type { MigratedRule } from './migrated.ts'
import { translatePattern, UntranslatableError } from './translate-pattern.ts'

export interface ForeignRule {
  readonly id: string
  readonly title: string
  readonly pattern: string
  readonly flags?: string
  /** Number of the group that is the secret; 0: the whole match. */
  readonly secretGroup?: number
  readonly keywords?: readonly string[]
  readonly entropy?: number
  readonly paths?: readonly string[]
  readonly exceptPaths?: readonly string[]
}

/** The rule and what had to be changed in it, or why it cannot be carried over. */
export type RuleOutcome = { readonly rule: MigratedRule; readonly notes: readonly string[] } | { readonly why: string }

/** Made to stand the checks of our own rules: what would not load is not written. */
export function migrateRule(foreign: ForeignRule): RuleOutcome {
  try {
    const { pattern, ignoreCase, notes } = translatePattern(foreign.pattern, foreign.secretGroup, foreign.flags)
    const rule: MigratedRule = {
      id: kebab(foreign.id),
      title: foreign.title.trim() || foreign.id,
      anchors: findAnchors(pattern, ignoreCase, foreign.keywords ?? []),
      ignoreCase,
      pattern,
      minEntropy: foreign.entropy ?? 0,
      paths: foreign.paths ?? [],
      exceptPaths: foreign.exceptPaths ?? [],
    }
    const defaults = { provider: 'custom', providerName: 'Custom', source: 'https://example.com', remedy: {} }
    compileRule(rawRule(rule), defaults)
    return { rule, notes }
  } catch (error) {
    if (error instanceof UntranslatableError || error instanceof PatternError || error instanceof RuleProblem) {
      return { why: error.message.replace(/^pattern: /, '') }
    }
    throw error
  }
}

/** As it stands in `.keyscan.toml`. Severity and confidence are what most rules of other tools mean by having none. */
export function rawRule(rule: MigratedRule): RawRule {
  return {
    id: rule.id,
    title: rule.title,
    severity: 'high',
    confidence: 'medium',
    anchors: [...rule.anchors],
    ...(rule.ignoreCase && { 'ignore-case': true }),
    pattern: rule.pattern,
    ...(rule.minEntropy > 0 && { 'min-entropy': Math.min(8, rule.minEntropy) }),
    ...(rule.paths.length > 0 && { paths: [...rule.paths] }),
    ...(rule.exceptPaths.length > 0 && { 'except-paths': [...rule.exceptPaths] }),
  }
}

function kebab(id: string): string {
  const words = id.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return words.replace(/^-|-$/g, '') || 'rule'
}
