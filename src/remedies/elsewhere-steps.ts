import type { Place, Remedy } from '../types.ts'
import type { RemedyInput } from './remedy-input.ts'
import { shortId } from './short-id.ts'

type Elsewhere = Exclude<Place['in'], undefined>

function rewordStep({ headCommit, state, hasParentCommit }: RemedyInput, commit: string | undefined): Remedy {
  if (commit === undefined || commit === headCommit || state === 'head') {
    return { kind: 'purge', text: 'Write the message of the last commit anew:', commands: ['git commit --amend'] }
  }
  const onto = hasParentCommit === false ? '--root' : `${shortId(commit)}~`
  return {
    kind: 'purge',
    text: `Write the message anew: in the list that opens, put "reword" in place of "pick" at ${shortId(commit)}.`,
    commands: [`git rebase --interactive --autostash --rebase-merges ${onto}`],
  }
}

/** Where a secret is not in a file's content: what is to be changed, in words, for a command would have to name it. */
const BY_KIND: Readonly<Record<Exclude<Elsewhere, 'commit message' | 'standard input'>, string>> = {
  'commit author':
    'It stands in the name or address of an author. Mend user.name and user.email; git commit --amend --reset-author mends the last commit.',
  'tag message': 'It stands in the message of a tag. Delete the tag (git tag -d) and make it anew.',
  'file name': 'It stands in the name of a file. Rename the file (git mv).',
  'ref name':
    'It stands in the name of a branch or tag. Rename the branch (git branch -m), or delete the tag and make it anew.',
  note: 'It stands in a note on a commit. Edit the note (git notes edit); the notes that were before stay in its history.',
}

/** What to change where the secret stands outside the content of files. */
export function elsewhereSteps(input: RemedyInput): readonly Remedy[] {
  const kinds = [...new Set(input.places.map(place => place.in))]
  return kinds.flatMap((kind): readonly Remedy[] => {
    if (kind === undefined || kind === 'standard input') return []
    if (kind !== 'commit message') return [{ kind: 'remove', text: BY_KIND[kind] }]
    if (input.state === 'pushed' || input.state === 'dangling') return []
    return [rewordStep(input, input.places.find(place => place.in === kind)?.commit)]
  })
}
