import { decodePath } from '../../git/decode-path.ts'
import { nameId } from '../../git/name-id.ts'
import { idAt } from '../../objects/id-at.ts'
import { NameSet } from '../../objects/pack/name-set.ts'
import { parseTree } from '../../objects/parse-tree.ts'
import type { Blob, NotScanned, ObjectId, SourceHooks } from '../../types.ts'

/** All different names together: far above that of any repository known (Linux: 2 MB), far below what a process can hold. */
const MAX_NAME_BYTES = 256 * 1024 * 1024

/** What the names of files and refs tell: secrets in them, blobs that stand under a sensitive one, submodules. */
export class Names {
  readonly named = new Map<ObjectId, Set<string>>()
  /** Those that are names of sensitive folders. */
  readonly folders = new Set<string>()
  /** Base names under which a submodule stands somewhere. */
  readonly submodules = new Set<string>()
  readonly #names = new NameSet()
  readonly #sensitive: boolean[] = []
  readonly #hooks: SourceHooks
  readonly #idBytes: number
  /** How many names hold something, and how many times something stands under a sensitive one. */
  #telling = 0
  #namings = 0
  #full = false

  constructor(hooks: SourceHooks, idBytes: number) {
    this.#hooks = hooks
    this.#idBytes = idBytes
  }

  /**
   * `refer` is told where in the tree the id of each object stands that the tree speaks of. False: the tree is damaged, or tells something that no
   * name before it did.
   */
  readTree(id: ObjectId, tree: Uint8Array, refer: (tree: Uint8Array, at: number) => void): boolean {
    const told = this.#told
    const whole = parseTree(tree, this.#idBytes, (kind, nameStart, nameEnd, idStart) => {
      const sensitive = this.#isSensitive(tree, nameStart, nameEnd)
      if (kind === 'submodule') this.submodules.add(decodePath(tree.subarray(nameStart, nameEnd)))
      else refer(tree, idStart)
      if (sensitive && kind === 'file') {
        this.addNamed(idAt(tree, idStart, this.#idBytes), decodePath(tree.subarray(nameStart, nameEnd)))
      }
    })
    if (!whole) this.#hooks.notScanned({ what: id, why: 'a damaged tree: not all of its names could be read' })
    return whole && this.#told === told
  }

  /** What stands under a sensitive name. */
  addNamed(id: ObjectId, name: string): void {
    const known = this.named.get(id)
    if (known?.has(name)) return
    this.#namings++
    if (known) known.add(name)
    else this.named.set(id, new Set([name]))
  }

  /** Part of a path. Is it a sensitive name? */
  add(name: string): boolean {
    const bytes = Buffer.from(name)
    return this.#isSensitive(bytes, 0, bytes.length)
  }

  /** Behind all names of files. There may be tens of thousands, and no rule for files has to be asked for any. */
  addRef(name: string): void {
    const bytes = Buffer.from(name)
    this.#isSensitive(bytes, 0, bytes.length, () => false)
  }

  /** A name that is not read from a tree here, as the bytes that a tree has. */
  addBytes(name: Uint8Array): void {
    this.#isSensitive(name, 0, name.length)
  }

  /** Looks at the names that hold a secret again. */
  read(ids: ReadonlySet<ObjectId>, look: (blob: Blob) => void): void {
    for (let index = 0; index < this.#names.size; index++) {
      const bytes = this.#names.name(index)
      const id = nameId(decodePath(bytes))
      if (ids.has(id)) look({ kind: 'name', id, bytes })
    }
  }

  get #told(): number {
    return this.submodules.size + this.folders.size + this.#namings + this.#telling
  }

  #isSensitive(tree: Uint8Array, start: number, end: number, ask = (name: string) => this.#ask(name)): boolean {
    if (this.#names.bytes > MAX_NAME_BYTES) return this.#isSensitiveUnseen(tree.subarray(start, end))
    const index = this.#names.add(tree, start, end)
    if (index === this.#sensitive.length) {
      const bytes = this.#names.name(index)
      const name = decodePath(bytes)
      this.#sensitive.push(ask(name))
      this.#look(bytes, name)
    }
    return this.#sensitive[index]!
  }

  /** To make its id takes longer than to see that a name tells nothing. */
  #look(bytes: Uint8Array, name: string): void {
    const { history, look } = this.#hooks
    if (history?.isTellingName(bytes) === false) return
    const id = nameId(name)
    look({ kind: 'name', id, bytes })
    if (history?.isClean(id) === false) this.#telling++
  }

  #isSensitiveUnseen(name: Uint8Array): boolean {
    if (!this.#full) {
      this.#full = true
      const notScanned: NotScanned = {
        what: 'names of files',
        why: `more than ${MAX_NAME_BYTES} bytes of different names: only the first were looked into for secrets`,
      }
      this.#hooks.notScanned(notScanned)
    }
    return this.#ask(decodePath(name))
  }

  #ask(name: string): boolean {
    if (this.#hooks.isSensitiveFolder(name)) this.folders.add(name)
    return this.#hooks.isSensitiveName(name)
  }
}
