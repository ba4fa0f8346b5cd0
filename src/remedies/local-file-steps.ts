import type { Remedy } from '../types.ts'
import { ignoreCommand } from './ignore-command.ts'
import { ignoreFileFor } from './ignore-file-for.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { sitesOf } from './sites-of.ts'

/** `git rm --cached` needs force where the file has changed since it was added; either way the file stays on disk. */
export const UNTRACK = 'git rm --cached --force --quiet --'

const BELONGS = 'This file belongs on your machine only.'

function textFor(isTracked: boolean, isIgnored: boolean): string {
  if (!isTracked) return `${BELONGS} Keep it out of git:`
  return isIgnored
    ? `${BELONGS} A .gitignore names it already, but git goes on with what it tracks: take it out of git; it stays on disk:`
    : `${BELONGS} Take it out of git, and keep it out; it stays on disk:`
}

/** A line that begins with "!" takes back in what others leave out: what is added behind it has the last word. */
function takenBackIn(path: string, { ignoring }: RemedyInput): string {
  const decided = ignoring?.get(path)?.decided
  return decided && !decided.ignores
    ? ` (${decided.file}:${decided.line} takes it back in: remove that line, or add one behind it.)`
    : ''
}

/** For a file that does not belong into git: out of the index, into .gitignore, kept on disk. `tracked`: unless git says otherwise. */
export function localFileSteps(input: RemedyInput, tracked: boolean): readonly Remedy[] {
  const fromRoot = input.inSubfolder === true
  const { localPaths } = sitesOf(input)
  const isTracked = (path: string): boolean => tracked || input.ignoring?.get(path)?.tracked === true
  const unignored = localPaths.flatMap(path => {
    const file = ignoreFileFor(path, input)
    return file === undefined ? [] : [ignoreCommand(path, file, fromRoot)]
  })
  const trackedPaths = localPaths.filter(isTracked)
  const commands = [...trackedPaths.map(path => `${UNTRACK} ${pathspec(path, fromRoot)}`), ...unignored]
  if (commands.length === 0) return []
  const text = textFor(trackedPaths.length > 0, unignored.length === 0)
  return [{ kind: 'remove', text: text + localPaths.map(path => takenBackIn(path, input)).join(''), commands }]
}
