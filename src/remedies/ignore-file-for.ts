import type { RemedyInput } from './remedy-input.ts'

/** The .gitignore that has the last word: that of the root, unless one further down takes the file back in. Undefined: one names it already. */
export function ignoreFileFor(path: string, { ignoring }: Pick<RemedyInput, 'ignoring'>): string | undefined {
  const decided = ignoring?.get(path)?.decided
  if (!decided) return '.gitignore'
  return decided.ignores ? undefined : decided.file
}
