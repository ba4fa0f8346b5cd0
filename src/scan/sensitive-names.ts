import { compileGlobs } from '../config/path-globs.ts'
import { isDotenvPath } from '../detect/dotenv/is-dotenv-path.ts'
import type { Rule } from '../types.ts'

/**
 * Could a file of this base name concern a file rule, or is it a `.env`? Trees are read for base names only; a glob's last part decides about
 * those alone, and what it lets through is looked at again once whole paths are known.
 */
export function sensitiveNames(rules: readonly Rule[]): (baseName: string) => boolean {
  const globs = rules
    .filter(rule => rule.kind === 'file')
    .flatMap(rule => rule.paths.map(glob => glob.slice(glob.lastIndexOf('/') + 1)))
  const isOfFileRule = globs.length > 0 ? compileGlobs(globs) : () => false
  return baseName => isDotenvPath(baseName) === 'dotenv' || isOfFileRule(baseName)
}
