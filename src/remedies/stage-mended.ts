import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { sitesOf } from './sites-of.ts'

/** What `git add` brings the mended state into the index with. */
export function stageMended(input: RemedyInput): readonly string[] {
  const sites = sitesOf(input)
  const fromRoot = input.inSubfolder === true
  const hardCoded = sites.currentPaths.filter(path => !sites.localPaths.includes(path))
  const files = [...hardCoded, ...(sites.localPaths.length > 0 ? ['.gitignore'] : [])]
  return files.map(path => `git add -- ${pathspec(path, fromRoot)}`)
}
