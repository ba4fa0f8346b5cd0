import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { SUBMODULE } from '../git/entry-modes.ts'
import type { LocatedRepository } from '../git/locate-repository.ts'
import { isNameId, nameId } from '../git/name-id.ts'
import { parseRawDiff, type RawChange } from '../git/parse-raw-diff.ts'
import type { HeadFile } from '../git/read-head.ts'
import { runGit } from '../git/run-git.ts'
import { runGitAtOnce } from '../git/run-git-at-once.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import type { Blob, ObjectId, Origin, Source, SourceHooks } from '../types.ts'
import { lfsContent } from './lfs-content.ts'
import { isLfsPointer } from './lfs-pointer.ts'
import { changesWithoutGit } from './staged/changes-without-git.ts'
import { EMPTY_TREE } from './staged/empty-tree.ts'

export interface StagedOptions {
  readonly directory: string
  readonly located: LocatedRepository
  readonly head: HeadFile
  readonly store: ObjectStore
  /** Of a file that Git LFS keeps. */
  readonly maxBytes: number
}

/** Renames are followed as git does by default, whatever is configured. */
const FOLLOW_RENAMES = ['--find-renames=50%', '-l1000']

/** The id of nothing. */
const ZEROS = /^0+$/

/** Index against a commit. Nothing that is printed: modes, object ids, status, path. */
function diffIndex(options: StagedOptions, tree: string, more: readonly string[] = []): readonly RawChange[] {
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', ...more, tree, '--']
  return parseRawDiff(runGitAtOnce(args, options.directory))
}

async function changesAgainstHead(options: StagedOptions): Promise<readonly RawChange[]> {
  const known = changesWithoutGit(options.located, options.head, options.store)
  if (known) return known
  const emptyTree = EMPTY_TREE[options.located.objectFormat]
  if (options.head.kind === 'unborn') return diffIndex(options, emptyTree)
  if (options.head.kind === 'commit') return diffIndex(options, 'HEAD')
  const verified = await runGit(['rev-parse', '--verify', '--quiet', 'HEAD'], {
    cwd: options.directory,
    okCodes: [0, 1],
  })
  return diffIndex(options, verified.length > 0 ? 'HEAD' : emptyTree)
}

/**
 * Commits that a merge in progress brings in: what they hold at a path is nothing new either. A merge that commits by itself writes the file only
 * after its hook (pre-merge-commit) has run, but names them in the environment: `GITHEAD_81d2…=topic`.
 */
function mergedCommits(gitDir: string): readonly ObjectId[] {
  const file = join(gitDir, 'MERGE_HEAD')
  if (existsSync(file)) return readFileSync(file, 'utf8').split(/\s+/).filter(Boolean)
  return Object.keys(env).flatMap(
    name => /^GITHEAD_((?:[0-9a-f]{40}|[0-9a-f]{64}))$/i.exec(name)?.[1]?.toLowerCase() ?? [],
  )
}

/** What stood at a path before: at its own, at the one it was renamed from, at its path in what is being merged. */
function findBefore(options: StagedOptions, changes: readonly RawChange[]): ReadonlyMap<string, readonly ObjectId[]> {
  const before = new Map<string, ObjectId[]>(changes.map(({ path }) => [path, []]))
  const add = (path: string, id: ObjectId): void => {
    if (!ZEROS.test(id)) before.get(path)?.push(id)
  }
  for (const change of changes) add(change.path, change.before[0]!.id)
  // A rename needs a file that went away; only then is git asked to look for one.
  if (changes.some(({ status }) => status === 'D') && options.head.kind !== 'unborn') {
    const renames = diffIndex(options, 'HEAD', [...FOLLOW_RENAMES, '--diff-filter=R'])
    for (const rename of renames) add(rename.path, rename.before[0]!.id)
  }
  for (const commit of mergedCommits(options.located.gitDir)) {
    const differing = new Map(diffIndex(options, commit, FOLLOW_RENAMES).map(change => [change.path, change]))
    // A path that does not differ from the merged commit has the very blob that stands there.
    for (const { path, after } of changes) add(path, (differing.get(path)?.before[0] ?? after).id)
  }
  return before
}

/** An index in conflict holds no next commit yet. */
function reportUnmerged(changes: readonly RawChange[], notScanned: SourceHooks['notScanned']): void {
  for (const { status, path } of changes) {
    if (status === 'U') notScanned({ what: path, why: 'in conflict: resolve it, then git add it' })
  }
}

function pathsByBlob(changes: readonly RawChange[]): Map<ObjectId, string[]> {
  const paths = new Map<ObjectId, string[]>()
  for (const { after, path } of changes) {
    const known = paths.get(after.id)
    if (known) known.push(path)
    else paths.set(after.id, [path])
  }
  return paths
}

/** A name is looked into like a blob. Its id is a hash, which a clean name needs not. */
function nameBlob(path: string): Blob {
  return {
    kind: 'name',
    path,
    bytes: Buffer.from(path),
    get id() {
      return nameId(path)
    },
  }
}

/** What the next commit would contain: the index against HEAD. */
export function stagedSource(options: StagedOptions): Source {
  let changes: readonly RawChange[] = []

  // The pointer to a large file says nothing; what is staged with it does.
  const read: Source['read'] = (ids, look, notScanned) =>
    options.store.read(
      ids,
      ({ id, type, bytes }) => {
        if (type !== 'blob') return
        const content = isLfsPointer(bytes) ? lfsContent(bytes, options.located.commonDir, options.maxBytes) : bytes
        if (typeof content === 'string') notScanned({ what: id, why: content })
        look({ kind: 'blob', id, bytes: typeof content === 'string' ? bytes : content })
      },
      notScanned,
    )

  return {
    mode: 'staged',
    async blobs(hooks) {
      changes = await changesAgainstHead(options)
      reportUnmerged(changes, hooks.notScanned)
      const paths = pathsByBlob(changes.filter(isContent))
      const looked = { blobs: 0, bytes: 0 }
      for (const { path } of changes.filter(isNewName)) {
        hooks.look(nameBlob(path))
      }
      const look = (blob: Blob): void => {
        looked.blobs++
        looked.bytes += blob.bytes.length
        for (const path of paths.get(blob.id!) ?? []) hooks.look({ ...blob, path })
        hooks.progress({ phase: 'scanning staged files', done: looked.blobs, total: paths.size, bytes: looked.bytes })
      }
      // A person knows the file by its path.
      await read(new Set(paths.keys()), look, ({ what, why }) => {
        for (const path of paths.get(what) ?? [what]) hooks.notScanned({ what: path, why })
      })
      const submodules = changes.filter(({ after }) => after.mode === SUBMODULE).map(({ path }) => path)
      const gone = changes.flatMap(({ status, path, before: [old] }) =>
        status === 'D' && old ? [{ path, id: old.id }] : [],
      )
      return { ...looked, commits: 0, refs: [], named: new Map<string, ReadonlySet<string>>(), submodules, gone }
    },
    async origins(keys) {
      const before = findBefore(options, changes)
      const origins = new Map<string, Origin[]>()
      const gone = changes.filter(({ status }) => status === 'D').map(({ path }) => nameId(path))
      for (const { path } of changes.filter(isNewName)) {
        const id = nameId(path)
        // Of a file that was moved the old name goes in the same commit.
        if (keys.has(id)) origins.set(id, [{ in: 'file name', path, state: 'index', before: gone }])
      }
      for (const { path, after } of changes.filter(isContent)) {
        if (!keys.has(after.id)) continue
        const origin: Origin = { path, state: 'index', before: before.get(path) ?? [] }
        origins.set(after.id, [...(origins.get(after.id) ?? []), origin])
      }
      return origins
    },
    async read(ids, look, notScanned) {
      for (const { path } of changes) {
        const id = nameId(path)
        if (ids.has(id)) look({ kind: 'name', id, bytes: Buffer.from(path) })
      }
      await read(new Set([...ids].filter(id => !isNameId(id))), look, notScanned)
    },
    close: () => options.store.close(),
  }
}

function isNewName(change: RawChange): boolean {
  return change.status.startsWith('A') && isContent(change)
}

/** A deletion brings nothing in, a submodule is a repository of its own, a conflict is no content yet. */
function isContent({ status, after }: RawChange): boolean {
  return /^[AMTCR]/.test(status) && after.mode !== SUBMODULE
}
