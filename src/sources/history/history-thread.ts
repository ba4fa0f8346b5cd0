import { decodePath } from '../../git/decode-path.ts'
import { idAt } from '../../objects/id-at.ts'
import type { ObjectType } from '../../objects/object-store.ts'
import { ForestScan } from '../../objects/pack/forest-scan.ts'
import { GenealogyRecorder } from '../../objects/pack/genealogy-record.ts'
import { rowOf } from '../../objects/pack/id-table.ts'
import { NameSet } from '../../objects/pack/name-set.ts'
import { rowAmong } from '../../objects/pack/row-among.ts'
import type { TreeChange } from '../../objects/pack/tree-entries.ts'
import { entryOf } from '../../objects/parse-tree.ts'
import type { HistoryThreadHooks, WholePrints } from '../../types.ts'
import { isLfsPointer } from '../lfs-pointer.ts'
import { CommitReferences } from './commit-references.ts'
import type { HeldPrints, HistoryJob, ThreadFindings, UnreadInside } from './history-job.ts'
import { isNewPrint } from './print-bits.ts'
import { addSeen, nothingSeen, seenOf } from './seen.ts'

const KIB = 1024
const NONE = -1

/** One thread's share of a history: takes tasks until there are none, and keeps what it learns. */
export class HistoryThread {
  readonly #job: HistoryJob
  readonly #hooks: HistoryThreadHooks
  readonly #scan: ForestScan
  readonly #names = new NameSet()
  readonly #sensitive: boolean[] = []
  readonly #held: HeldPrints[] = []
  readonly #failed: number[] = []
  readonly #unread: UnreadInside[] = []
  readonly #pointers: number[] = []
  readonly #damagedTrees: number[] = []
  readonly #tellingNames: Uint8Array[] = []
  readonly #named = new Set<string>()
  readonly #folders = new Set<string>()
  readonly #submodules = new Set<string>()
  readonly #missing = new Set<string>()
  readonly #references: CommitReferences
  readonly #idBytes: number
  readonly #recorder: GenealogyRecorder | undefined
  readonly #seen = nothingSeen()
  readonly #left: number[] = []
  readonly #leftSeen = nothingSeen()
  #objects = 0
  #objectBytes = 0

  constructor(job: HistoryJob, hooks: HistoryThreadHooks) {
    this.#job = job
    this.#hooks = hooks
    this.#idBytes = job.forest.idBytes
    this.#recorder = job.recorded ? new GenealogyRecorder(job.forest) : undefined
    this.#references = new CommitReferences(this.#idBytes, !job.shallow, (id, at) => this.#refer(id, at))
    this.#scan = new ForestScan(
      job.forest,
      job.plan,
      {
        inspector: hooks.inspector,
        text: (entry, type, bytes, prints) => {
          if (bytes.length > job.maxObjectBytes) this.#failed.push(entry)
          else this.#text(entry, type, bytes, prints)
        },
        tree: (entry, bytes, change, base) => this.#tree(entry, bytes, change, base),
        failed: entry => this.#failed.push(entry),
      },
      !job.recorded,
    )
  }

  /** Stops now and then, and says how far it is. */
  *run(task: number): Generator<void> {
    for (const pause of this.#scan.runTask(this.#job.tasks, task)) {
      this.#tell()
      yield pause
    }
    this.#tell()
  }

  #tell(): void {
    const { done } = this.#job
    Atomics.add(done, 0, this.#objects)
    Atomics.add(done, 1, Math.floor(this.#objectBytes / KIB))
    this.#objects = 0
    this.#objectBytes %= KIB
  }

  findings(): ThreadFindings {
    return {
      held: this.#held,
      failed: this.#failed,
      unread: this.#unread,
      pointers: this.#pointers,
      damagedTrees: this.#damagedTrees,
      seen: this.#seen,
      left: this.#left,
      leftSeen: this.#leftSeen,
      tellingNames: this.#tellingNames,
      named: [...this.#named],
      folders: [...this.#folders],
      submodules: [...this.#submodules],
      missing: [...this.#missing],
      ...(this.#recorder && { record: this.#recorder.record(this.#names.all()) }),
    }
  }

  #text(entry: number, type: ObjectType, bytes: Uint8Array, prints: WholePrints): void {
    this.#objects++
    this.#objectBytes += bytes.length
    const isPointer = type === 'blob' && isLfsPointer(bytes)
    if (type !== 'blob') this.#references.read(bytes)
    if (type === 'commit') this.#recorder?.commit(this.#job.forest.rows[entry]!, bytes)
    if (isPointer) this.#pointers.push(entry)
    const { found, allowed, unread } = prints
    if (found.length + allowed.length > 0) this.#hold({ entry, found, allowed })
    for (const { what, why } of unread) this.#unread.push({ entry, what, why })
    const counted = seenOf(type, bytes.length)
    addSeen(this.#seen, counted)
    if (!isPointer && found.length + allowed.length + unread.length === 0) return
    this.#left.push(entry)
    addSeen(this.#leftSeen, counted)
  }

  #hold(held: HeldPrints): void {
    const { met, done } = this.#job
    this.#held.push(held)
    for (const print of held.found) if (isNewPrint(met, print)) Atomics.add(done, 2, 1)
  }

  #tree(entry: number, tree: Uint8Array, { fresh, kept, whole }: TreeChange, base: number): number {
    // One that is only here because others are made from it was counted elsewhere, or earlier.
    if (this.#job.forest.wanted[entry] === 1) {
      this.#objects++
      this.#objectBytes += tree.length
      if (!whole) this.#damagedTrees.push(entry)
    }
    const known = this.#told
    for (const start of fresh) {
      const { kind, nameStart, nameEnd, idStart } = entryOf(tree, start)
      const name = this.#nameNumber(tree, nameStart, nameEnd)
      const sensitive = this.#sensitive[name]!
      if (kind === 'submodule') {
        this.#submodules.add(decodePath(tree.subarray(nameStart, nameEnd)))
        this.#recorder?.submodule(name)
      } else {
        const row = this.#refer(tree, idStart)
        this.#recorder?.entry(row, tree, idStart, name, kind === 'tree')
      }
      if (sensitive && kind === 'file') {
        this.#named.add(`${idAt(tree, idStart, this.#idBytes)} ${decodePath(tree.subarray(nameStart, nameEnd))}`)
      }
    }
    if (!whole || this.#told > known) this.#left.push(entry)
    return this.#recorder?.tree(this.#job.forest.rows[entry]!, base, kept) ?? NONE
  }

  /** What trees have told so far: one that adds to it is looked at again by a later scan, so that it is told again. */
  get #told(): number {
    return this.#submodules.size + this.#folders.size + this.#named.size + this.#tellingNames.length
  }

  /** The id of an object that another speaks of. Returns its row; -1: it is in no pack. */
  #refer(bytes: Uint8Array, at: number): number {
    const { forest, loose } = this.#job
    const row = rowAmong(forest, bytes, at)
    if (row === NONE && rowOf(loose, bytes, at) === NONE) this.#missing.add(idAt(bytes, at, this.#idBytes))
    return row
  }

  #nameNumber(tree: Uint8Array, start: number, end: number): number {
    const index = this.#names.add(tree, start, end)
    if (index === this.#sensitive.length) {
      const bytes = this.#names.name(index)
      const decoded = decodePath(bytes)
      this.#sensitive.push(this.#hooks.isSensitiveName(decoded))
      if (this.#hooks.isSensitiveFolder(decoded)) this.#folders.add(decoded)
      if (this.#hooks.isTellingName(bytes)) this.#tellingNames.push(bytes.slice())
    }
    return index
  }
}
