import type { Anchor, DecodeMark, StoredAnchorTable } from './anchor.ts'
import type { Severity } from './levels.ts'
import type { Rule } from './rule.ts'

/** Stored ones are typed arrays. */
export type Numbers = ArrayLike<number> & Iterable<number>

/** Some of the bytes that are stored; all of them where no part is named. */
type StoredBytes = (from?: number, to?: number) => Uint8Array

/** All rules in force, and the hash that names exactly this set. */
export interface RuleSet {
  /** Of the built-in set made when first asked for: a commit hook needs a handful of them. */
  readonly rules: readonly Rule[]
  readonly hash: string
  /** What was made of the set when keyscan was built. Absent: made when the first blob is looked into. */
  readonly prepared?: PreparedRules
}

/**
 * What a detector knows of rules before an anchor has turned up: numbers. Neither these nor their reading grow much with the number of rules;
 * a rule itself is made when it is asked for.
 */
export interface RuleIndex {
  rule(number: number): Rule
  /** Of each rule: how far its window reaches before an anchor's start and after its end, and how far before it a match may begin. */
  readonly before: Numbers
  readonly after: Numbers
  readonly lead: Numbers
  /** And how far either side words are looked for that it asks for: 0 if for none. */
  readonly around: Numbers
  /** Of each anchor: its length, and where its rules begin in `owners` (one entry more than there are anchors). */
  readonly lengths: Numbers
  readonly starts: Numbers
  /** Numbers of rules. */
  readonly owners: Numbers
  anchors(): readonly Anchor[]
  /** What the kernel finds besides anchors, numbered after them. */
  marks(): readonly DecodeMark[]
}

/** Automata of some rules: ruleset/generated-ruleset.ts says how they are stored. */
export interface StoredAutomata {
  readonly bytes: StoredBytes
  /** How many there are. */
  readonly count: number
  /** How many `owners` there were when they were made. */
  readonly places: number
}

export interface PreparedRules extends RuleIndex {
  /** The table's bytes lie in a file of their own that is read when the first blob is looked into. */
  table(): StoredAnchorTable
  /** Numbers of the rules that are not found by anchors. */
  readonly without: Readonly<Record<Exclude<Rule['kind'], 'pattern'>, readonly number[]>>
  /** Of each rule: the run of bytes that each of its matches holds (a number of `runs`), and how long it is; 0: none is known. */
  readonly runOf: Numbers
  readonly runLengths: Numbers
  /** The bytes of each kind of run, as characters. */
  readonly runs: readonly string[]
  /** What may stand behind anchors, and before them: see generated-ruleset.ts. */
  readonly sequels: StoredAutomata
  readonly preludes: StoredAutomata
  /** Of each of `owners` its place when those were made; -1: it was not there. Absent: all stand where they stood. */
  readonly places?: Numbers
  /** The person's own among the rules, and what their literals were put behind. */
  readonly own?: { readonly rules: readonly Rule[]; readonly index: RuleIndex; readonly builtIn: PreparedRules }
  /** Of each built-in rule what decides whether it is in force: to ask for the rules themselves would make them all. */
  names(): { readonly ids: readonly string[]; readonly severities: readonly Severity[] }
  /** Each path that a rule for files of certain names is about holds one of these. */
  readonly fileLiterals: readonly FileLiteral[]
}

/** A text, and the numbers of the rules for files of certain names that a path with this text may be of. */
export type FileLiteral = readonly [text: string, rules: readonly number[]]
