import type { Remedy } from '../types.ts'
import { localFileSteps, UNTRACK } from './local-file-steps.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { replaceSteps } from './replace-steps.ts'
import { sitesOf } from './sites-of.ts'

/** Staged, in no commit: the cheapest moment to mend it. */
export function indexSteps(input: RemedyInput): readonly Remedy[] {
  const sites = sitesOf(input)
  const spec = (path: string): string => pathspec(path, input.inSubfolder === true)
  const hardCoded = sites.currentPaths.filter(path => !sites.localPaths.includes(path))
  // Before the first commit there is no HEAD that `git restore` could take the old state from.
  const unstage = input.headCommit === null ? UNTRACK : 'git restore --staged --'
  return [
    ...localFileSteps(input, true),
    ...(hardCoded.length > 0
      ? [
          {
            kind: 'remove' as const,
            text: 'Take it out of what is staged; your file stays as it is:',
            commands: hardCoded.map(path => `${unstage} ${spec(path)}`),
          },
        ]
      : []),
    ...replaceSteps(input),
    {
      kind: 'verify',
      // The same text for every finding, so that it comes once, after all else.
      text: 'Stage what you have mended, and look again:',
      commands: [...hardCoded.map(path => `git add -- ${spec(path)}`), 'keyscan --staged'],
    },
  ]
}
