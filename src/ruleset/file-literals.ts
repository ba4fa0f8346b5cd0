import type { FileLiteral, Rule } from '../types.ts'
import { globLiterals } from './glob-literals.ts'

/** Texts of which each path holds one that a rule for files of certain names is about, with the numbers of the rules that each may be of. */
export function fileLiterals(rules: readonly Rule[], numberOf: (place: number) => number): readonly FileLiteral[] {
  const numbers = new Map<string, Set<number>>()
  for (const [place, { kind, paths }] of rules.entries()) {
    if (kind !== 'file' && kind !== 'whole-file') continue
    for (const literal of paths.flatMap(globLiterals)) {
      const of = numbers.get(literal) ?? new Set()
      numbers.set(literal, of.add(numberOf(place)))
    }
  }
  return [...numbers].map(([literal, of]) => [literal, [...of]])
}
