import type { Remedy } from '../types.ts'
import { otherRefsSteps } from './branch-steps.ts'
import { localFileSteps } from './local-file-steps.ts'
import type { RemedyInput } from './remedy-input.ts'
import { replaceSteps } from './replace-steps.ts'
import { stageMended } from './stage-mended.ts'
import { verifyUnpushed } from './verify-unpushed.ts'

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
