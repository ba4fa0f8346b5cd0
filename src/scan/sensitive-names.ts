import { compileGlobs } from '../config/path-globs.ts'
import { isDotenvPath } from '../detect/dotenv/is-dotenv-path.ts'
import type { Rule } from '../types.ts'

/** A bracket that is closed and was not opened, or the other way round. */
const HALF = /^[^{(]*[})]|[{(][^})]*$/

/** Of a glob whose alternatives have slashes (`{a/b,c}.pem`), and of one that says what is not meant, any base name will do. */
function lastPart(glob: string): string {
  const part = glob.slice(glob.lastIndexOf('/') + 1)
  return glob.startsWith('!') || HALF.test(part) ? '*' : part
}

/**
 * Could a file of this base name concern a rule for files of certain names, or is it a `.env`? Trees are read for base names only; a glob's last part decides about
 * those alone, and what it lets through is looked at again once whole paths are known.
 */
export function sensitiveNames(rules: readonly Rule[]): (baseName: string) => boolean {
  const globs = rules
    .filter(({ kind }) => kind === 'file' || kind === 'whole-file')
    .flatMap(rule => rule.paths.map(lastPart))
  const isOfFileRule = compileGlobs(globs)
  return baseName => isDotenvPath(baseName) === 'dotenv' || isOfFileRule(baseName)
}
