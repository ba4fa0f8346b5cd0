import type { AnchorHits, AnchorTable } from './anchor.ts'
import type { BlobKind, NotScanned } from './blob.ts'

/** What a history is searched for. Plain data, made once and given to each thread. */
export interface SearchPlan {
  readonly table: AnchorTable
  /**
   * For each anchor, then for each mark of encodings, three numbers: its length, and how many bytes before its start and behind its end patterns (or
   * what is decoded) look at; 0xffffffff: at everything.
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
  /** Fingerprints of all that a text with marks of encodings holds, in plain and encoded. `hits`: all anchors at which a match may go on, then all marks. */
  inspectWhole(kind: BlobKind, bytes: Uint8Array, hits?: AnchorHits): WholePrints
  /** Does any pattern match? */
  probe(kind: BlobKind, bytes: Uint8Array, hits: AnchorHits): boolean
  /** All matches, dropped ones included. */
  inspect(kind: BlobKind, bytes: Uint8Array, hits: AnchorHits): readonly StretchMatch[]
}
