import { findDotenvValues } from '../detect/dotenv/find-dotenv-values.ts'
import { findInFile } from '../detect/find-in-file.ts'
import type { Blob, RuleSet } from '../types.ts'
import { holdsSecrets } from './holds-secrets.ts'
import { leadsSomewhere } from './sensitive-folders.ts'
import { isSensitiveBy, rulesByName } from './sensitive-names.ts'

export interface MayTellBy {
  /** Can a file of this name be one that a rule is about? Not where no folder is that the rule asks for. */
  name(baseName: string): boolean
  /** May there be anything to say of a blob under this name, in whatever folder, besides what is said of its text under any name? */
  blob(blob: Blob, baseName: string): boolean
}

/** `folders`: those of the sensitive ones that there are; absent where nobody knows. */
export function createMayTellBy(set: RuleSet, folders: ReadonlySet<string> | undefined): MayTellBy {
  const rulesOf = rulesByName(set, folders && leadsSomewhere(folders))
  return {
    name: isSensitiveBy(rulesOf),
    blob({ bytes }, baseName) {
      if (findDotenvValues(bytes, baseName).length > 0) return true
      const rules = rulesOf(baseName)
      if (rules.some(rule => rule.kind === 'file' && holdsSecrets(rule, bytes, baseName, []))) return true
      const wholeFile = rules.filter(({ kind }) => kind === 'whole-file')
      return findInFile(wholeFile, bytes).length > 0
    },
  }
}
