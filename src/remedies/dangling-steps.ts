import type { Remedy } from '../types.ts'

/** Only HEAD's and the branches' reflogs: with `--all` every stash would go, for a stash is kept by its reflog alone. */
const FORGET = 'git reflog expire --expire-unreachable=now HEAD $(git for-each-ref --format="%(refname)" refs/heads)'

/** In no branch and no tag: what amending, resetting, rebasing or `git add` left behind. */
export function danglingSteps(): readonly Remedy[] {
  return [
    {
      kind: 'purge',
      text: 'No branch, tag or stash holds it; git deletes it by itself in time and does not push it. To delete it now, with everything else that only the reflog remembers (amended, reset and dropped commits; stashes stay):',
      commands: [FORGET, 'git gc --prune=now'],
    },
    { kind: 'verify', text: 'See that it is gone:', commands: ['keyscan --history'] },
  ]
}
