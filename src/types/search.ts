import type { AnchorHits, AnchorTable } from './anchor.ts'
import type { BlobKind, NotScanned } from './blob.ts'

/** What a history is searched for. Plain data, made once and given to each thread. */
export interface SearchPlan {
  readonly table: AnchorTable
  /**
   * For each anchor, then for each mark of encodings, three numbers: its length, and how many bytes before its start and behind its end patterns look at.
   * What is decoded looks at `encodedSpans`.
   */
  readonly reaches: Uint32Array
  /** What the table finds and has a higher number is a mark. */
  readonly anchorCount: number
  /** By which the kernel sees that no rule of an anchor can match where it stands: kernel/assembly/life.ts says how it is laid out. */
  readonly life?: Uint8Array
  /** How far beyond a match judges and context words look. */
  readonly margin: number
}

/** A pattern found its text in a stretch: where, by its place in the stretch, and what judges say. */
export interface StretchMatch {
  /** Of the whole match, context included. */
  readonly start: number
  readonly end: number
  /** Fingerprint of the secret; undefined where judges drop it. */
  readonly print: string | undefined
  /** Dropped because a comment lets it through; then it has a fingerprint too. */
  readonly allowed: boolean
}

/** Where a mark of encodings stands, and its number, which is counted on from the anchors'. */
export type PlacedMark = readonly [position: number, number: number]

export interface WholePrints {
  readonly found: readonly string[]
  readonly allowed: readonly string[]
  /** What met a bound within it; `what` is a path in the archive, or ''. */
  readonly unread: readonly NotScanned[]
}

/**
 * Looks into stretches of text around anchors, whose path nobody knows. `bytes` and `hits` are only valid during the call. Pure: the same stretch gives the
 * same answer, wherever it stands, so long as it holds all that its anchors' reach (for `inspect`: and the margin) asks for.
 */
export interface Inspector {
  /** From where to where all stands that decides what is encoded at these marks: one span or none for each, in any order. */
  encodedSpans(bytes: Uint8Array, marks: readonly PlacedMark[]): readonly (readonly [start: number, end: number])[]
  /** Fingerprints of what is encoded there, and of nothing that stands there in plain. */
  inspectEncoded(kind: BlobKind, bytes: Uint8Array, marks: readonly PlacedMark[]): WholePrints
  /** Does any pattern match? */
  probe(kind: BlobKind, bytes: Uint8Array, hits: AnchorHits): boolean
  /** All matches, dropped ones included. */
  inspect(kind: BlobKind, bytes: Uint8Array, hits: AnchorHits): readonly StretchMatch[]
}
