import type { ProviderRemedy, Rule } from '../types.ts'
import { checkExamples } from './check-examples.ts'
import { type CompiledPattern, compilePattern } from './compile-pattern.ts'
import { globProblem } from './glob-problem.ts'
import { PatternError } from './pattern-error.ts'
import type { RawRemedy, RawRule } from './rule-file-schema.ts'
import { RuleProblem } from './rule-problem.ts'
import { TABLE_REACH } from './table-reach.ts'

/** What the rules of one file have in common. */
export interface RuleDefaults {
  readonly provider: string
  readonly providerName: string
  readonly source: string
  readonly remedy: RawRemedy
}

/** One byte alone stands everywhere: each occurrence would cost a window. */
const MIN_ANCHOR_BYTES = 2
/** What the kernel's tables have room for. */
const MAX_ANCHOR_BYTES = 64
/** Bytes either side in which a context word, or the other half of a pair, is looked for: a few lines of a configuration file. */
const DEFAULT_REACH = 200
/** A format that a vendor made; one that only its surroundings tell; a guess by name and value. */
const SPECIFICITY = { vendor: 60, context: 40, generic: 10 }
const NO_PATTERN: CompiledPattern = { pattern: '', flags: '', anchored: false, before: 0, after: 0, lead: 0 }

/** Checks one rule and fills in what it leaves out; throws RuleProblem. */
export function compileRule(raw: RawRule, defaults: RuleDefaults): Rule {
  const kind = raw.kind ?? (raw.pattern === undefined ? 'file' : 'pattern')
  checkKind(raw, kind)
  checkGlobs(raw, 'paths')
  checkGlobs(raw, 'except-paths')
  const ignoreCase = raw['ignore-case'] ?? false
  const anchors = (raw.anchors ?? []).map(asBytes)
  const context = raw.context ?? []
  const generic = raw.generic ?? false
  const rule: Rule = {
    id: raw.id,
    title: raw.title,
    provider: defaults.provider,
    providerName: defaults.providerName,
    severity: raw.severity,
    confidence: raw.confidence,
    specificity: raw.specificity ?? SPECIFICITY[generic ? 'generic' : context.length > 0 ? 'context' : 'vendor'],
    anchors,
    ignoreCase,
    ...(raw.pattern === undefined
      ? NO_PATTERN
      : withTable(compiled(raw.pattern, kind === 'whole-file' ? undefined : anchors, ignoreCase), raw.rows)),
    context,
    reach: raw.reach ?? DEFAULT_REACH,
    minEntropy: raw['min-entropy'] ?? 0,
    ...(raw.checksum === undefined ? {} : { checksum: raw.checksum }),
    ...(raw.env === undefined ? {} : { env: raw.env }),
    paths: raw.paths ?? [],
    exceptPaths: raw['except-paths'] ?? [],
    kind,
    generic,
    ...(raw.rows ? { rows: true } : {}),
    ...(raw.pair === undefined ? {} : { pairWith: raw.pair.with }),
    pairReach: raw.pair?.reach ?? DEFAULT_REACH,
    // Undefined entries do not come from TOML or JSON, so that the types differ only in how they write "optional".
    remedy: (raw.remedy ?? defaults.remedy) as ProviderRemedy,
    source: raw.source ?? defaults.source,
  }
  checkExamples(rule, raw.examples ?? [], raw['counter-examples'] ?? [])
  return rule
}

function checkKind(raw: RawRule, kind: Rule['kind']): void {
  if (kind === 'pattern') {
    checkAnchors(raw)
    return
  }
  if (kind === 'whole-file') {
    if (raw.pattern === undefined || !raw.paths?.length) {
      throw new RuleProblem([], 'a rule of kind "whole-file" needs "pattern", and "paths" that name its files')
    }
  } else if (raw.pattern !== undefined) {
    throw new RuleProblem(['pattern'], `a rule of kind "${kind}" has no pattern`)
  }
  if (raw.anchors !== undefined) throw new RuleProblem(['anchors'], `a rule of kind "${kind}" has no anchors`)
  if (kind === 'file' && !raw.paths?.length) {
    throw new RuleProblem([], 'needs "pattern" and "anchors", or "paths" if the file itself is the finding')
  }
}

/** As it stands in a file: a character for each byte of its UTF-8. */
const asBytes = (anchor: string): string => Buffer.from(anchor, 'utf8').toString('latin1')

function checkAnchors({ anchors = [], 'ignore-case': ignoreCase }: RawRule): void {
  if (anchors.length === 0) {
    throw new RuleProblem(['anchors'], '"anchors" is missing: literals of which each match holds at least one')
  }
  for (const anchor of anchors) {
    const shown = JSON.stringify(anchor)
    if (ignoreCase && /[^\x00-\x7f]/.test(anchor)) {
      throw new RuleProblem(['anchors'], `anchor ${shown} is not ASCII, of which alone "ignore-case" knows both cases`)
    }
    const { length } = asBytes(anchor)
    if (length < MIN_ANCHOR_BYTES || length > MAX_ANCHOR_BYTES) {
      const allowed = `${MIN_ANCHOR_BYTES} to ${MAX_ANCHOR_BYTES}`
      throw new RuleProblem(['anchors'], `anchor ${shown} has ${length} bytes; allowed are ${allowed}`)
    }
  }
}

function checkGlobs(raw: RawRule, key: 'paths' | 'except-paths'): void {
  for (const glob of raw[key] ?? []) {
    const problem = globProblem(glob)
    if (problem) throw new RuleProblem([key], problem)
  }
}

function withTable(pattern: CompiledPattern, rows = false): CompiledPattern {
  if (!rows) return pattern
  return { ...pattern, before: pattern.before + TABLE_REACH.before, after: pattern.after + TABLE_REACH.after }
}

function compiled(pattern: string, anchors: readonly string[] | undefined, ignoreCase: boolean): CompiledPattern {
  try {
    return compilePattern(pattern, anchors, ignoreCase)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    throw new RuleProblem(['pattern'], `pattern: ${error.message}`, { cause: error, offset: error.offset })
  }
}
