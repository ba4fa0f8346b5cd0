/** A literal that the kernel looks for. Bytes are ASCII. */
export interface Anchor {
  readonly text: string
  readonly ignoreCase: boolean
}

/** What undoes an encoding or opens an archive: one for each file of `detect/decode/ways/`. */
export type DecodeWay =
  | 'base64'
  | 'argument'
  | 'hex'
  | 'percent'
  | 'escapes'
  | 'json'
  | 'entities'
  | 'utf-16'
  | 'quoted-printable'
  | 'mime'
  | 'notebook'
  | 'history'
  | 'kubernetes'
  | 'split'
  | 'gzip'
  | 'packed'
  | 'zip'
  | 'tar'

/** A literal that tells that something encoded stands here: a vendor's prefix in base64, the magic number of an archive. */
export interface DecodeMark extends Anchor {
  readonly way: DecodeWay
  /** Base64: how many bytes of its group of three stand before what the literal encodes. */
  readonly shift?: number
  /** What is decoded begins here and goes on as far as it will; else `DECODE_REACH` bytes either side at most. */
  readonly whole: boolean
}

/** What the kernel looks anchors up in: the first bytes of its memory (kernel/assembly/layout.ts says which), plain data. */
export interface AnchorTable {
  /** Little endian, or of no use: see kernel/wasm-finder.ts. */
  readonly image: Uint8Array
  /** Bytes of the longest anchor; 0 where there is none. */
  readonly longest: number
  /** The most hits that one window of the kernel can give: it hands them over between windows only. */
  readonly hitsPerWindow: number
}

/** One whose image is read from its file to where it is needed. */
export interface StoredAnchorTable extends Omit<AnchorTable, 'image'> {
  /** Bytes of the image. */
  readonly size: number
  /** Puts the image where `memory` begins. */
  copyTo(memory: Uint8Array): void
}

/** Where anchors were found: parallel arrays, the first `count` entries valid until the next `find`. Ascending by position, then by anchor. */
export interface AnchorHits {
  readonly count: number
  /** Byte offset of the anchor's first byte. */
  readonly positions: Uint32Array
  /** Index into the anchors the finder was made from. */
  readonly anchors: Uint16Array
}

/** Finds every occurrence of every anchor, overlapping ones included. */
export interface AnchorFinder {
  readonly kind: 'wasm' | 'javascript'
  find(bytes: Uint8Array): AnchorHits
}
