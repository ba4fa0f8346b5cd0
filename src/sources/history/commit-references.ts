const NEWLINE = 10
const SPACE = 0x20
const LONGEST_WORD = 'parent '.length
const [T, P, O] = ['t', 'p', 'o'].map(letter => letter.charCodeAt(0))

/** The objects that commits and tags speak of: they stand in the first lines of the header, in hex. */
export class CommitReferences {
  readonly #idBytes: number
  readonly #parentsToo: boolean
  readonly #refer: (id: Uint8Array, at: number) => void
  readonly #id: Uint8Array

  constructor(idBytes: number, parentsToo: boolean, refer: (id: Uint8Array, at: number) => void) {
    this.#idBytes = idBytes
    this.#parentsToo = parentsToo
    this.#refer = refer
    this.#id = new Uint8Array(idBytes)
  }

  /** `tree 5e53…\nparent 81d2…\n`, or `object 81d2…\n` */
  read(bytes: Uint8Array): void {
    let at = 0
    for (;;) {
      const first = bytes[at]
      if (first !== T && first !== P && first !== O) return
      let space = at + 1
      while (space < at + LONGEST_WORD && bytes[space] !== SPACE) space++
      const end = space + 1 + 2 * this.#idBytes
      // `type commit`, of a tag, ends here as well.
      if (bytes[space] !== SPACE || bytes[end] !== NEWLINE || !this.#decode(bytes, space + 1)) return
      if (first !== P || this.#parentsToo) this.#refer(this.#id, 0)
      at = end + 1
    }
  }

  #decode(bytes: Uint8Array, from: number): boolean {
    for (let i = 0; i < this.#idBytes; i++) {
      const high = digit(bytes[from + 2 * i]!)
      const low = digit(bytes[from + 2 * i + 1]!)
      if (high < 0 || low < 0) return false
      this.#id[i] = (high << 4) | low
    }
    return true
  }
}

function digit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1
}
