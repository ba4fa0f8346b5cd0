import type { PackMemory } from '../../kernel/pack-memory.ts'
import type { WholePrints } from '../../types.ts'
import { RUN_WORDS, type WalkedObject } from './pack-walk.ts'
import type { Span } from './span-set.ts'

/** What stands round some marks of encodings, apart from all others, and what it holds. */
export interface EncodedText {
  readonly start: number
  readonly end: number
  readonly prints: WholePrints
}

/** Those spans and `margin` bytes either side of each, joined where they touch, in order. */
export function apart(spans: readonly Span[], margin: number, size: number): readonly Span[] {
  const joined: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const low = Math.max(0, start - margin)
    const high = Math.min(size, end + margin)
    const last = joined.at(-1)
    if (last && low <= last[1]) last[1] = Math.max(last[1], high)
    else joined.push([low, high])
  }
  return joined
}

/** Of each of these spans, in order: the base's that came over as it is, so that the same stands in it, or undefined. */
export function* cameOver(
  spans: readonly Span[],
  old: readonly EncodedText[],
  { size, runs, runCount, base }: WalkedObject<unknown>,
  { words }: PackMemory,
): Generator<EncodedText | undefined> {
  const byStart = new Map(old.map(text => [text.start, text]))
  let run = runs / 4
  const runsEnd = run + runCount * RUN_WORDS
  for (const [start, end] of spans) {
    while (run < runsEnd && words[run]! + words[run + 2]! < end) run += RUN_WORDS
    const target = words[run]!
    const moved = start - target + words[run + 1]!
    const known = run < runsEnd && target <= start ? byStart.get(moved) : undefined
    const isSame = known !== undefined && known.end - known.start === end - start
    // What begins or ends with the text may go on elsewhere.
    const cutAlike = (start === 0) === (moved === 0) && (end === size) === (known?.end === base?.size)
    yield isSame && cutAlike ? known : undefined
  }
}
