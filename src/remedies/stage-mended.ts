import { ignoreFileFor } from './ignore-file-for.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { sitesOf } from './sites-of.ts'

/** What `git add` brings the mended state into the index with. */
export function stageMended(input: RemedyInput): readonly string[] {
  const sites = sitesOf(input)
  const fromRoot = input.inSubfolder === true
  const hardCoded = sites.currentPaths.filter(path => !sites.localPaths.includes(path))
  const ignoreFiles = new Set(sites.localPaths.flatMap(path => ignoreFileFor(path, input) ?? []))
  const files = [...hardCoded, ...ignoreFiles]
  return files.map(path => `git add -- ${pathspec(path, fromRoot)}`)
}
