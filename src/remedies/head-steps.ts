import type { Remedy } from '../types.ts'
import { otherRefsSteps } from './branch-steps.ts'
import { localFileSteps } from './local-file-steps.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { replaceSteps } from './replace-steps.ts'
import { sitesOf } from './sites-of.ts'
import { verifyUnpushed } from './verify-unpushed.ts'

/** What `git add` brings the mended state into the index with. */
export function stageMended(input: RemedyInput): readonly string[] {
  const sites = sitesOf(input)
  const fromRoot = input.inSubfolder === true
  const hardCoded = sites.currentPaths.filter(path => !sites.localPaths.includes(path))
  const files = [...hardCoded, ...(sites.localPaths.length > 0 ? ['.gitignore'] : [])]
  return files.map(path => `git add -- ${pathspec(path, fromRoot)}`)
}

/** Came in with the last commit, which nobody else has: that commit is made anew. */
export function headSteps(input: RemedyInput): readonly Remedy[] {
  return [
    ...localFileSteps(input, true),
    ...replaceSteps(input),
    {
      kind: 'purge',
      text: 'Make the last commit anew without it:',
      commands: [...stageMended(input), 'git commit --amend --no-edit'],
    },
    ...otherRefsSteps(input.places),
    verifyUnpushed(input),
  ]
}
