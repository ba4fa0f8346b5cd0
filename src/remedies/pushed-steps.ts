import type { Place, Remedy } from '../types.ts'
import { belongsLocal } from './belongs-local.ts'
import { localFileSteps } from './local-file-steps.ts'
import type { RemedyInput } from './remedy-input.ts'
import { replaceSteps } from './replace-steps.ts'
import { shellQuote } from './shell-quote.ts'
import { shortId } from './short-id.ts'
import { type Sites, sitesOf } from './sites-of.ts'
import { stageMended } from './stage-mended.ts'

/** Beside the clone, hence in no repository. */
const EXPRESSIONS = '../keyscan-purge.txt'
/** Says what a private key looks like, so that the key itself need not be written down once more. Python's syntax. */
const PRIVATE_KEY = String.raw`regex:-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----==>***REMOVED***`
/** --sensitive-data-removal fetches every ref first and names the commits that a host's support wants to know. */
const FILTER = 'git filter-repo --sensitive-data-removal'

function mendHead(input: RemedyInput, sites: Sites): readonly Remedy[] {
  if (sites.current.length === 0) return []
  const commands = [...stageMended(input), 'git commit -m "Take a secret out"']
  return [
    {
      kind: 'remove',
      text: 'Commit that, and push it, so that it goes no further:',
      commands: [...commands, 'git push'],
    },
  ]
}

function expressions(input: RemedyInput): Remedy {
  if (input.rule.provider === 'private-key') {
    return {
      kind: 'purge',
      text: 'Say what to take out, in a file that only you can read. (This takes out every private key of the history, test keys too.)',
      commands: [`(umask 077 && printf '%s\\n' ${shellQuote(PRIVATE_KEY)} > ${EXPRESSIONS})`],
    }
  }
  return {
    kind: 'purge',
    text: 'Say what to take out, in a file that only you can read: start this, then type literal:VALUE==>***REMOVED*** with the value itself in place of VALUE, Enter, and Ctrl-D. (On a command line it would stay in the shell history.)',
    commands: [`(umask 077 && cat > ${EXPRESSIONS})`],
  }
}

const isMessage = (place: Place): boolean => place.in === 'commit message' || place.in === 'tag message'

function rewrite(input: RemedyInput, sites: Sites): readonly Remedy[] {
  // Copies stood in files that have to stay, if not today.
  const wholeFiles = sites.localPaths.length > 0 && sites.allPaths.every(path => belongsLocal(input.rule, path))
  const text = 'Rewrite the clone (git-filter-repo 2.47 or newer), then prove that it is clean:'
  if (wholeFiles) {
    const paths = sites.allPaths.map(path => `--path ${shellQuote(path)}`).join(' ')
    return [{ kind: 'purge', text, commands: [`${FILTER} --invert-paths ${paths}`, 'keyscan --history'] }]
  }
  const files = sites.allPaths.length > 0 ? ` --replace-text ${EXPRESSIONS}` : ''
  const messages = input.places.some(isMessage) ? ` --replace-message ${EXPRESSIONS}` : ''
  return [
    expressions(input),
    {
      kind: 'purge',
      text,
      commands: [
        `${FILTER}${files || messages ? files + messages : ` --replace-text ${EXPRESSIONS}`}`,
        'keyscan --history',
        `rm ${EXPRESSIONS}`,
      ],
    },
  ]
}

/** Somebody else may have it: revoking is what ends this; the history can be cleaned afterwards. */
export function pushedSteps(input: RemedyInput): readonly Remedy[] {
  const sites = sitesOf(input)
  const first = sites.commits[0]
  return [
    ...localFileSteps(input, true),
    ...replaceSteps(input),
    ...mendHead(input, sites),
    {
      kind: 'purge',
      text: 'Purging never stands in for revoking, and once the key is dead it may not be worth it: it gives every later commit a new name for everybody. To do it, have everybody push and then stop pushing, and start in a fresh clone:',
      commands: ['git clone "$(git remote get-url origin)" ../keyscan-purge', 'cd ../keyscan-purge'],
    },
    ...rewrite(input, sites),
    {
      kind: 'purge',
      text: 'Replace what is on the server. (GitHub refuses the refs of pull requests: that is expected.)',
      commands: ['git push --force --mirror origin'],
    },
    {
      kind: 'note',
      text: 'The host still holds the old commits. GitHub: ask Support, with the first changed commits that git filter-repo named and the number of pull requests touched. GitLab: Settings, Repository, Repository maintenance, then housekeeping. Others: ask for a garbage collection. Forks, packages, images and CI logs are not cleaned by any of this.',
    },
    {
      kind: 'note',
      text: `Everybody clones anew, or rebases (never merges) onto the new history.${first === undefined ? '' : ' A clone is clean once it no longer knows this commit:'}`,
      ...(first !== undefined && { commands: [`git cat-file -t ${shortId(first)}`] }),
    },
  ]
}
