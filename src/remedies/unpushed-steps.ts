import type { Remedy } from '../types.ts'
import { otherRefsSteps, switchToBranch } from './branch-steps.ts'
import { localFileSteps } from './local-file-steps.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { replaceSteps } from './replace-steps.ts'
import { shortId } from './short-id.ts'
import { sitesOf } from './sites-of.ts'
import { stageMended } from './stage-mended.ts'
import { verifyUnpushed } from './verify-unpushed.ts'

/** `~` and not `^`, which is cmd's escape character. */
const parentOf = (commit: string): string => `${shortId(commit)}~`

/** Takes the branch back to before the commit; index and files stay as they are. */
function stepBack(input: RemedyInput, commit: string): string {
  return input.hasParentCommit === false ? 'git update-ref -d HEAD' : `git reset --soft ${parentOf(commit)}`
}

/**
 * Mends the commit itself and keeps the others. `sequence.editor=true` takes the list as autosquash sorted it; merges in between are made
 * anew; local changes are put aside and brought back.
 */
function fixup(input: RemedyInput, commit: string): Remedy {
  const { currentPaths } = sitesOf(input)
  const files = currentPaths.map(path => pathspec(path, input.inSubfolder === true)).join(' ')
  const onto = input.hasParentCommit === false ? '--root' : parentOf(commit)
  return {
    kind: 'purge',
    text: `Mend commit ${shortId(commit)} and keep those after it. (If git reports a conflict: "git rebase --abort", then "${stepBack(input, commit)}", and commit anew.)`,
    commands: [
      `git commit --fixup=${shortId(commit)} -- ${files}`,
      `git -c sequence.editor=true rebase --interactive --autosquash --autostash --rebase-merges ${onto}`,
    ],
  }
}

/** One commit of all that came since, with index and files as they are now. */
function commitAnew(input: RemedyInput, commit: string): Remedy {
  return {
    kind: 'purge',
    text: `Make one new commit, without it, of ${shortId(commit)}, with which it came in, and all commits since:`,
    commands: [...switchToBranch(input.places), stepBack(input, commit), ...stageMended(input), 'git commit'],
  }
}

/** In commits that nobody else has yet, not only the last one. */
export function unpushedSteps(input: RemedyInput): readonly Remedy[] {
  const sites = sitesOf(input)
  const [commit, ...more] = sites.commits
  if (commit === undefined) return [verifyUnpushed(input)]
  // A fixup goes back without conflict where the file still is as that commit made it.
  const untouched = more.length === 0 && sites.current.length > 0 && sites.current.length === input.places.length
  const simple = untouched && sites.localPaths.length === 0
  return [
    ...localFileSteps(input, true),
    ...replaceSteps(input),
    simple ? fixup(input, commit) : commitAnew(input, commit),
    ...otherRefsSteps(input.places),
    verifyUnpushed(input),
  ]
}
