import { FULL, type PackKernel } from '../../kernel/create-pack-kernel.ts'
import type { AnchorHits, BlobKind, Inspector, PlacedMark, SearchPlan, StretchMatch } from '../../types.ts'
import { apart, cameOver, type EncodedText } from './encoded-text.ts'
import { HIT_BYTES, HitRoom, STRETCH_BYTES } from './hit-room.ts'
import { inheritMatches } from './inherit-matches.ts'
import type { WalkedObject } from './pack-walk.ts'
import { type Span, SpanSet } from './span-set.ts'

/** Of one stretch to begin with: nearly all have fewer. */
const FIRST_HITS = 1024

/** What the children of an object are to know of it. */
export interface TextState {
  /** Where its hits are kept; capacity 0: none are. */
  readonly hitsAt: number
  readonly hitCount: number
  readonly capacity: number
  /** Every match of a pattern, dropped ones included, by where they start. */
  readonly matches: readonly StretchMatch[]
  /** Where the object bears marks of encodings: what is encoded, in order. */
  readonly encoded: readonly EncodedText[]
}

const NO_MATCHES: readonly StretchMatch[] = []
const NOT_ENCODED: readonly EncodedText[] = []
const NOTHING: TextState = { hitsAt: 0, hitCount: 0, capacity: 0, matches: NO_MATCHES, encoded: NOT_ENCODED }

/**
 * Finds what each object of a delta tree holds, looking only at what is new in it. It rests on two things that docs/ENGINE.md explains:
 * whether a pattern matches at an anchor depends on nothing beyond that anchor's reach; and what becomes of matches depends on nothing beyond
 * the stretch of text that they, all reaches that touch, and the margin round these make up. So an anchor whose reach was copied whole has its
 * base's answer; only where an answer is new, or a match of the base did not come over with its margin, the whole stretch is judged anew.
 */
export class AnchorScan {
  readonly #kernel: PackKernel
  readonly #plan: SearchPlan
  readonly #inspector: Inspector
  readonly #reaches: number
  readonly #scratch: number
  readonly #scratchCapacity: number
  /** 0: nothing is known of how matches go on behind anchors. */
  readonly #life: number
  readonly #room: HitRoom
  readonly #slice: { count: number; positions: Uint32Array; anchors: Uint16Array } = {
    count: 0,
    positions: new Uint32Array(FIRST_HITS),
    anchors: new Uint16Array(FIRST_HITS),
  }

  constructor(kernel: PackKernel, plan: SearchPlan, inspector: Inspector) {
    const { memory } = kernel
    this.#kernel = kernel
    this.#plan = plan
    this.#inspector = inspector
    this.#reaches = memory.reserve(plan.reaches.length * 4)
    this.#scratchCapacity = Math.max(4096, 2 * plan.table.hitsPerWindow)
    this.#scratch = memory.reserve(this.#scratchCapacity * HIT_BYTES)
    const { life } = plan
    this.#life = life ? memory.reserve(life.length) : 0
    if (life) memory.bytes.set(life, this.#life)
    this.#room = new HitRoom(memory)
    memory.words.set(plan.reaches, this.#reaches / 4)
  }

  /** All matches of the object, inherited ones included, and what its children need. `before`: what was kept of its base. */
  scan(object: WalkedObject<unknown>, before: TextState | undefined, kind: BlobKind): TextState {
    const baseState = before ?? NOTHING
    const count = this.#find(object, baseState)
    const hot = this.#probe(object, kind, count)
    const inherited =
      baseState.matches.length === 0
        ? NO_MATCHES
        : inheritMatches(object, baseState.matches, hot, this.#kernel.memory.words, this.#plan.margin)
    const matches = hot.length === 0 ? inherited : this.#judge(object, kind, count, hot, inherited)
    const encoded = this.#lookThroughMarks(object, baseState.encoded, kind, count)
    if (!object.hasChildren || count === 0) {
      return matches.length + encoded.length === 0 ? NOTHING : { ...NOTHING, matches, encoded }
    }
    return { ...this.#keepHits(count), matches, encoded }
  }

  release({ hitsAt, capacity }: TextState): void {
    if (capacity > 0) this.#kernel.memory.free(hitsAt, capacity)
  }

  #find({ at, size, runs, runCount }: WalkedObject<unknown>, base: TextState): number {
    for (;;) {
      const count = this.#kernel.findInDelta(
        at,
        size,
        runs,
        runCount,
        base.hitsAt,
        base.hitCount,
        this.#reaches,
        this.#plan.table.longest,
        this.#room.hits,
        this.#room.capacity,
        this.#scratch,
        this.#scratchCapacity,
      )
      if (count !== FULL) return count
      this.#room.grow()
    }
  }

  #keepHits(count: number): Pick<TextState, 'hitsAt' | 'hitCount' | 'capacity'> {
    const { memory } = this.#kernel
    const capacity = count * HIT_BYTES
    const hitsAt = memory.allocate(capacity)
    memory.bytes.copyWithin(hitsAt, this.#room.hits, this.#room.hits + capacity)
    return { hitsAt, hitCount: count, capacity }
  }

  /** What is encoded in a text: looked at anew where it did not come over from the base with all that decides what comes of it. */
  #lookThroughMarks(
    object: WalkedObject<unknown>,
    old: readonly EncodedText[],
    kind: BlobKind,
    count: number,
  ): readonly EncodedText[] {
    const { at, size } = object
    const { anchorCount, margin } = this.#plan
    if (count === 0) return NOT_ENCODED
    // Where stretches were, as nobody asks for these any more: they are larger than hits.
    const markCount = this.#kernel.marksAmong(this.#room.hits, count, anchorCount, this.#room.stretches)
    if (markCount === 0) return NOT_ENCODED
    const { memory } = this.#kernel
    const marks: PlacedMark[] = []
    for (let i = 0, mark = this.#room.stretches / 4; i < markCount; i++, mark += 2) {
      marks.push([memory.words[mark]!, memory.words[mark + 1]!])
    }
    const text = memory.bytes.subarray(at, at + size)
    const spans = apart(this.#inspector.encodedSpans(text, marks), margin, size)
    const known = [...cameOver(spans, old, object, memory)]
    let first = 0
    return spans.map(([start, end], i) => {
      const from = first
      while (first < marks.length && marks[first]![0] < end) first++
      const same = known[i]
      if (same) return { ...same, start, end }
      const here = marks.slice(from, first).map(([position, number]) => [position - start, number] as const)
      return { start, end, prints: this.#inspector.inspectEncoded(kind, text.subarray(start, end), here) }
    })
  }

  /** Where anchors whose reach is new match: what has to be judged. Nearly all are ended in the kernel: see assembly/life.ts. */
  #probe({ at, size, runs, runCount, base }: WalkedObject<unknown>, kind: BlobKind, count: number): Span[] {
    const hot: Span[] = []
    if (count === 0) return hot
    const changed = this.#kernel.changedStretches(
      at,
      size,
      this.#room.hits,
      count,
      this.#reaches,
      this.#plan.anchorCount,
      runs,
      runCount,
      base?.size ?? 0,
      this.#life,
      this.#room.live,
      this.#room.stretches,
    )
    const { words, bytes } = this.#kernel.memory
    for (let i = 0, stretch = this.#room.stretches / 4; i < changed; i++, stretch += STRETCH_BYTES / 4) {
      const low = words[stretch]!
      const high = words[stretch + 1]!
      const first = words[stretch + 2]!
      const hits = this.#liveHits(first, words[stretch + 3]! - first, low)
      if (this.#inspector.probe(kind, bytes.subarray(at + low, at + high), hits)) hot.push([low, high])
    }
    return hot
  }

  /** Puts those of so many hits at which a match may go on where `live` is; how many. */
  #findLive({ at, size }: WalkedObject<unknown>, hits: number, count: number): number {
    const { live } = this.#room
    return this.#kernel.liveHits(at, size, hits, count, this.#reaches, this.#plan.anchorCount, this.#life, live)
  }

  /** Some of those hits at which a match may go on, by their place in a stretch. */
  #liveHits(first: number, count: number, low: number): AnchorHits {
    const { words } = this.#kernel.memory
    const slice = this.#slice
    if (count > slice.positions.length) {
      slice.positions = new Uint32Array(count * 2)
      slice.anchors = new Uint16Array(count * 2)
    }
    slice.count = count
    for (let i = 0, hit = this.#room.live / 4 + 2 * first; i < count; i++, hit += 2) {
      slice.positions[i] = words[hit]! - low
      slice.anchors[i] = words[hit + 1]!
    }
    return slice
  }

  /** Judges all stretches that hold anything new in full, and keeps what was inherited elsewhere. */
  #judge(
    object: WalkedObject<unknown>,
    kind: BlobKind,
    count: number,
    hot: readonly Span[],
    inherited: readonly StretchMatch[],
  ): readonly StretchMatch[] {
    const { at, size } = object
    const stretches = this.#kernel.allStretches(
      size,
      this.#room.hits,
      count,
      this.#reaches,
      this.#plan.anchorCount,
      this.#plan.margin,
      this.#room.stretches,
    )
    const { words, bytes } = this.#kernel.memory
    const asked = new SpanSet(hot)
    const judged: Span[] = []
    const found: StretchMatch[] = []
    for (let i = 0, stretch = this.#room.stretches / 4; i < stretches; i++, stretch += STRETCH_BYTES / 4) {
      const low = words[stretch]!
      const high = words[stretch + 1]!
      if (!asked.overlaps(low, high)) continue
      judged.push([low, high])
      const first = words[stretch + 2]!
      const live = this.#findLive(object, this.#room.hits + first * HIT_BYTES, words[stretch + 3]! - first)
      const hits = this.#liveHits(0, live, low)
      for (const match of this.#inspector.inspect(kind, bytes.subarray(at + low, at + high), hits)) {
        found.push({ ...match, start: match.start + low, end: match.end + low })
      }
    }
    const anew = new SpanSet(judged)
    for (const match of inherited) if (!anew.overlaps(match.start, match.end)) found.push(match)
    return found.sort((a, b) => a.start - b.start)
  }
}
