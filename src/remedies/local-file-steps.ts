import type { Remedy } from '../types.ts'
import { ignoreCommand } from './ignore-command.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { sitesOf } from './sites-of.ts'

/** `git rm --cached` needs force where the file has changed since it was added; either way the file stays on disk. */
export const UNTRACK = 'git rm --cached --force --quiet --'

/** For a file that does not belong into git: out of the index, into .gitignore, kept on disk. */
export function localFileSteps(input: RemedyInput, tracked: boolean): readonly Remedy[] {
  const fromRoot = input.inSubfolder === true
  const { localPaths } = sitesOf(input)
  if (localPaths.length === 0) return []
  return [
    {
      kind: 'remove',
      text: tracked
        ? 'This file belongs on your machine only. Take it out of git, and keep it out; it stays on disk:'
        : 'This file belongs on your machine only. Keep it out of git:',
      commands: [
        ...(tracked ? localPaths.map(path => `${UNTRACK} ${pathspec(path, fromRoot)}`) : []),
        ...localPaths.map(path => ignoreCommand(path, fromRoot)),
      ],
    },
  ]
}
