import { decodePath } from '../../git/decode-path.ts'
import { ABSENT } from '../../git/entry-modes.ts'
import type { RawChange } from '../../git/parse-raw-diff.ts'
import type { GitIndex, KnownTree } from '../../git/read-index.ts'
import { idAt } from '../../objects/id-at.ts'
import { parseTree } from '../../objects/parse-tree.ts'
import type { ObjectId } from '../../types.ts'

/** Trees that are read at most: from there on git is quicker. */
const MAX_TREES = 256

const FILE_TYPE = 0o170000
const FOLDER = 0o040000
const REGULAR = 0o100000
const EXECUTABLE = 0o100

interface TreeEntry {
  /** A byte is a character; of a folder with its slash, as git orders them. */
  readonly name: string
  readonly mode: number
  readonly id: ObjectId
}

/** `undefined` where it ends in the middle of an entry. */
function entriesOf(tree: Buffer, idBytes: number): readonly TreeEntry[] | undefined {
  const entries: TreeEntry[] = []
  let modeAt = 0
  const isWhole = parseTree(tree, idBytes, (_, nameStart, nameEnd, idStart) => {
    const mode = canonical(Number.parseInt(tree.toString('latin1', modeAt, nameStart - 1), 8))
    const name = tree.toString('latin1', nameStart, nameEnd)
    entries.push({ name: mode === FOLDER ? `${name}/` : name, mode, id: idAt(tree, idStart, idBytes) })
    modeAt = idStart + idBytes
  })
  return isWhole ? entries : undefined
}

/** Git of old wrote `100664`; it compares such a file as the `100644` that the index has. */
function canonical(mode: number): number {
  const type = mode & FILE_TYPE
  return type === REGULAR ? REGULAR | ((mode & EXECUTABLE) !== 0 ? 0o755 : 0o644) : type
}

const modeText = (mode: number): string => mode.toString(8).padStart(ABSENT.length, '0')

function pathText(path: string): string {
  // All of ASCII, but for the backslash, which decodePath has to double here and there.
  return /^[\x00-\x5b\x5d-\x7f]*$/.test(path) ? path : decodePath(Buffer.from(path, 'latin1'))
}

/**
 * How the index differs from a commit's tree, as `git diff-index --cached --raw` says: only trees of folders that have changed are read. undefined: one of
 * them cannot be, or they are so many that git is quicker.
 */
export function changesInIndex(
  index: GitIndex,
  tree: ObjectId,
  readTree: (id: ObjectId) => Buffer | undefined,
): readonly RawChange[] | undefined {
  const nothing = '0'.repeat(tree.length)
  const changes: RawChange[] = []
  let entry = 0
  let trees = 0
  let path = ''
  let pathOf = -1
  /** The path of the entry that is next; behind the last one no path. */
  const nextPath = (): string | undefined => {
    if (entry >= index.count) return undefined
    if (pathOf !== entry) {
      path = index.path(entry)
      pathOf = entry
    }
    return path
  }
  const note = (status: string, at: string, old: TreeEntry | undefined, isThere: boolean): void => {
    changes.push({
      status,
      score: undefined,
      before: [{ mode: old ? modeText(old.mode) : ABSENT, id: old?.id ?? nothing }],
      after: isThere ? { mode: modeText(index.mode(entry)), id: index.id(entry) } : { mode: ABSENT, id: nothing },
      path: pathText(at),
      oldPath: undefined,
    })
  }
  /** Entries that stand before `end`; all that are left where there is no end. */
  const addBefore = (end: string | undefined): void => {
    for (let added = nextPath(); added !== undefined && (end === undefined || added < end); added = nextPath()) {
      note('A', added, undefined, true)
      entry++
    }
  }
  const compareFile = (old: TreeEntry, at: string): void => {
    if (nextPath() !== at) {
      note('D', at, old, false)
      return
    }
    const mode = index.mode(entry)
    if ((mode & FILE_TYPE) !== (old.mode & FILE_TYPE)) note('T', at, old, true)
    else if (mode !== old.mode || index.id(entry) !== old.id) note('M', at, old, true)
    entry++
  }
  const compare = (id: ObjectId, folder: string, known: KnownTree | undefined): boolean => {
    const bytes = trees++ < MAX_TREES ? readTree(id) : undefined
    const entries = bytes && entriesOf(bytes, tree.length / 2)
    if (!entries) return false
    for (const old of entries) {
      const at = folder + old.name
      addBefore(at)
      if (old.mode !== FOLDER) {
        compareFile(old, at)
        continue
      }
      const same = nextPath()?.startsWith(at) ? known?.children.get(old.name.slice(0, -1)) : undefined
      if (same?.id === old.id) entry += same.count
      else if (!compare(old.id, at, same)) return false
    }
    return true
  }
  if (index.tree?.id === tree) return changes
  if (!compare(tree, '', index.tree)) return undefined
  addBefore(undefined)
  return changes
}
