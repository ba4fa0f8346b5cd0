import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import {
  type CommitLogVisitor,
  commitLogArgs,
  createCommitLogParser,
  type LoggedCommit,
} from '../../src/git/commit-log.ts'
import type { Origin } from '../../src/types.ts'

const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean)

/** A blob at a path, and where git's own log says that it came in. */
interface Arrived {
  readonly blob: string
  readonly path: string
  readonly commit: LoggedCommit
}

function arrivals({ gitBytes }: TestRepository, revisions: readonly string[], input = ''): readonly Arrived[] {
  const found: Arrived[] = []
  const visitor: CommitLogVisitor = {
    change({ before, after, path }, commit) {
      if (after.mode === '000000' || before.some(old => old.id === after.id)) return
      found.push({ blob: after.id, path, commit })
    },
  }
  const parser = createCommitLogParser(visitor)
  const args = [...commitLogArgs(visitor), '--no-renames', '--topo-order', ...revisions, '--']
  parser.push(gitBytes(['-c', 'log.showRoot=true', ...args], { input }))
  parser.end()
  return found
}

/** `blob path` of all files of a commit. */
function filesOf({ git }: TestRepository, revision: string): ReadonlySet<string> {
  const rows = git(['ls-tree', '-r', '-z', '--full-tree', revision]).split('\0').filter(Boolean)
  return new Set(rows.map(row => row.slice(row.indexOf(' ', 7) + 1).replace('\t', ' ')))
}

/** Every place of every blob of a repository without an index, by git's own means: one log, and one walk for each ref. */
export function originsByLog(repository: TestRepository): ReadonlyMap<string, readonly Origin[]> {
  const { git } = repository
  const kinds = linesOf(git(['for-each-ref', '--format=%(objecttype) %(refname)'])).map(line => line.split(' '))
  const refs = kinds
    .filter(([kind]) => kind === 'commit')
    .map(([, name]) => ({ name: name!, commits: new Set(linesOf(git(['rev-list', name!]))) }))
  const tips = refs.filter(({ name }) => /^refs\/(?:heads|remotes)\//.test(name))
  const atTips = new Set(tips.flatMap(({ name }) => [...filesOf(repository, name)]))
  const inHead = filesOf(repository, 'HEAD')
  const head = git(['rev-parse', 'HEAD'])
  const published = refs.some(({ name }) => name.startsWith('refs/remotes/'))
    ? /^refs\/(?:remotes|tags)\//
    : /^refs\/remotes\//

  const origins = new Map<string, Origin[]>()
  const add = ({ blob, path, commit }: Arrived): void => {
    const holders = refs.filter(ref => ref.commits.has(commit.id)).map(ref => ref.name)
    const state = holders.some(name => published.test(name))
      ? 'pushed'
      : holders.length === 0
        ? 'dangling'
        : commit.id === head
          ? 'head'
          : 'unpushed'
    const isNote = holders.length > 0 && holders.every(name => name.startsWith('refs/notes/'))
    const place = `${blob} ${path}`
    origins.set(blob, [
      ...(origins.get(blob) ?? []),
      {
        ...(isNote ? { in: 'note' as const } : { path }),
        commit: commit.id,
        author: commit.author,
        email: commit.email,
        date: commit.date,
        refs: holders,
        state,
        inHead: inHead.has(place),
        ...((inHead.has(place) || atTips.has(place)) && { atTip: true }),
      },
    ])
  }
  arrivals(repository, ['--all', '--reflog']).forEach(add)
  const known = new Set(origins.keys())
  const kept = kinds.filter(([kind]) => kind !== 'commit')
  for (const [kind, name] of kept) {
    const held =
      kind === 'blob' ? [git(['rev-parse', name!])] : [...filesOf(repository, name!)].map(row => row.split(' ')[0]!)
    for (const blob of held) known.add(blob)
  }
  const all = linesOf(git(['cat-file', '--batch-all-objects', '--batch-check=%(objecttype) %(objectname)']))
  const commits = all.filter(line => line.startsWith('commit ')).map(line => line.slice('commit '.length))
  const rest = arrivals(repository, ['--stdin', '--not', '--all', '--reflog'], `${commits.join('\n')}\n`)
  rest.filter(({ blob }) => !known.has(blob)).forEach(add)
  return origins
}
