import { fileLiterals } from '../ruleset/file-literals.ts'
import type { FileLiteral, Rule, RuleSet } from '../types.ts'

/** Where texts are looked up by their beginning. */
const START = 3
const NO_RULES: readonly Rule[] = []

/** Rules for files of certain names that a file of this path, or base name, may concern: each whose text it holds, in the order of the rules. */
export type FileRules = (path: string) => readonly Rule[]

/** Nearly every path is of no such rule: looking for a text is cheaper than a regular expression for each rule. */
export function createFileRules(set: RuleSet): FileRules {
  const { prepared } = set
  const literals = prepared?.fileLiterals ?? fileLiterals(set.rules, number => number)
  const ruleOf = (number: number): Rule => (prepared ? prepared.rule(number) : set.rules[number]!)
  const short: FileLiteral[] = []
  const byStart = new Map<string, FileLiteral[]>()
  for (const literal of literals) {
    const [text] = literal
    const start = text.slice(0, START)
    if (text.length < START) short.push(literal)
    else if (!byStart.get(start)?.push(literal)) byStart.set(start, [literal])
  }
  let last: string | undefined
  let answer = NO_RULES

  function rulesOf(asked: string): readonly Rule[] {
    const path = `/${asked}/`
    const numbers = new Set<number>()
    for (const [text, rules] of short) if (path.includes(text)) for (const number of rules) numbers.add(number)
    for (let at = 0; at + START <= path.length; at++) {
      for (const [text, rules] of byStart.get(path.slice(at, at + START)) ?? []) {
        if (path.startsWith(text, at)) for (const number of rules) numbers.add(number)
      }
    }
    return numbers.size === 0 ? NO_RULES : [...numbers].sort((a, b) => a - b).map(ruleOf)
  }

  // Each path is asked about several times in a row.
  return path => {
    if (path !== last) {
      answer = rulesOf(path)
      last = path
    }
    return answer
  }
}
