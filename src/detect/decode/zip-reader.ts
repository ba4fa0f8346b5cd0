/** A file in a zip archive, as its directory tells. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  /** Where its bytes are; `compressed` is undefined where only inflating tells. */
  readonly start: number
  readonly compressed: number | undefined
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const LONGEST_NAME = 1024
const IN_ZIP64 = 0xffffffff
const FLAG_ENCRYPTED = 1
const FLAG_SIZES_BEHIND = 8

export class ZipReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  #u16 = (at: number): number => this.#view.getUint16(at, true)
  #u32 = (at: number): number => this.#view.getUint32(at, true)
  #u64 = (at: number): number => Number(this.#view.getBigUint64(at, true))
  #has = (at: number, length: number): boolean => at >= 0 && at + length <= this.#bytes.length
  #name = (at: number, length: number): string =>
    Buffer.from(this.#bytes.subarray(at, at + Math.min(length, LONGEST_NAME))).toString('utf8')

  /**
   * Entries by the directory at the end; undefined where there is none that holds together. What stands before the archive may be another one
   * that it is a part of, which gives its files itself: then, `isExact`, nothing may stand behind.
   */
  central(isExact: boolean): readonly ZipEntry[] | undefined {
    const directory = this.#directory(isExact)
    if (!directory) return undefined
    const entries: ZipEntry[] = []
    let { at } = directory
    while (entries.length < directory.count && this.#has(at, 46) && this.#u32(at) === CENTRAL) {
      const [name, extra, comment] = [this.#u16(at + 28), this.#u16(at + 30), this.#u16(at + 32)]
      if (!this.#has(at, 46 + name + extra)) return undefined
      const wide = this.#wide(at, name, extra)
      const local = directory.shift + wide.offset
      if (this.#has(local, 30) && this.#u32(local) === LOCAL) {
        entries.push({
          name: this.#name(at + 46, name),
          method: this.#u16(at + 10),
          isEncrypted: (this.#u16(at + 8) & FLAG_ENCRYPTED) !== 0,
          start: local + 30 + this.#u16(local + 26) + this.#u16(local + 28),
          compressed: wide.compressed,
        })
      }
      at += 46 + name + extra + comment
    }
    return entries.length > 0 || directory.count === 0 ? entries : undefined
  }

  /** The entry whose own header stands here, where no directory tells. */
  local(at: number): ZipEntry | undefined {
    if (!this.#has(at, 30) || this.#u32(at) !== LOCAL) return undefined
    const [name, extra, flags] = [this.#u16(at + 26), this.#u16(at + 28), this.#u16(at + 6)]
    const compressed = this.#u32(at + 18)
    const unknown = (flags & FLAG_SIZES_BEHIND) !== 0 || compressed === IN_ZIP64
    return {
      name: this.#name(at + 30, name),
      method: this.#u16(at + 8),
      isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
      start: at + 30 + name + extra,
      compressed: unknown ? undefined : compressed,
    }
  }

  /** The next local header from here on. */
  nextLocal(from: number): number {
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength).indexOf('PK\x03\x04', from)
  }

  /** `shift`: bytes before the archive that its offsets do not count. */
  #directory(isExact: boolean): { readonly at: number; readonly count: number; readonly shift: number } | undefined {
    const last = this.#bytes.length - END_BYTES
    for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (this.#bytes[at] !== 0x50 || this.#u32(at) !== END) continue
      if (isExact && at + END_BYTES + this.#u16(at + 20) !== this.#bytes.length) continue
      const locator = at - 20
      if (this.#has(locator, 20) && this.#u32(locator) === LOCATOR64) return this.#directory64(locator)
      const [count, size, offset] = [this.#u16(at + 10), this.#u32(at + 12), this.#u32(at + 16)]
      const start = at - size
      if (start >= 0 && start >= offset) return { at: start, count, shift: start - offset }
    }
    return undefined
  }

  #directory64(locator: number): { readonly at: number; readonly count: number; readonly shift: number } | undefined {
    // Written right before its locator, unless something else was put there.
    for (const end of [locator - 56, this.#u64(locator + 8)]) {
      if (!this.#has(end, 56) || this.#u32(end) !== END64) continue
      const [count, size, offset] = [this.#u64(end + 32), this.#u64(end + 40), this.#u64(end + 48)]
      const start = end - size
      if (start >= 0 && start >= offset) return { at: start, count, shift: start - offset }
    }
    return undefined
  }

  /** Size and offset, which stand in an extra field where they do not fit. */
  #wide(at: number, name: number, extra: number): { readonly compressed: number; readonly offset: number } {
    let [compressed, offset] = [this.#u32(at + 20), this.#u32(at + 42)]
    const end = at + 46 + name + extra
    for (let field = at + 46 + name; field + 4 <= end; field += 4 + this.#u16(field + 2)) {
      if (this.#u16(field) !== 1) continue
      let value = field + 4 + (this.#u32(at + 24) === IN_ZIP64 ? 8 : 0)
      if (compressed === IN_ZIP64 && this.#has(value, 8)) {
        compressed = this.#u64(value)
        value += 8
      }
      if (offset === IN_ZIP64 && this.#has(value, 8)) offset = this.#u64(value)
    }
    return { compressed, offset }
  }
}
