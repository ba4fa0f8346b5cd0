import type { StretchMatch } from '../../types.ts'
import { RUN_WORDS, type WalkedObject } from './pack-walk.ts'
import { firstAbove, type Span } from './span-set.ts'

/**
 * Matches of the base that came over with their margin. What is left of the others, or what came without, is added to `hot`. `matches`: by where they
 * start; `words`: the kernel's memory.
 */
export function inheritMatches(
  { size, runs, runCount, base }: WalkedObject<unknown>,
  matches: readonly StretchMatch[],
  hot: Span[],
  words: Uint32Array,
  margin: number,
): readonly StretchMatch[] {
  const baseSize = base?.size ?? 0
  const inherited: StretchMatch[] = []
  let furthest = 0
  const ends = matches.map(match => {
    furthest = Math.max(furthest, match.end)
    return furthest
  })
  for (let i = 0, run = runs / 4; i < runCount; i++, run += RUN_WORDS) {
    const target = words[run]!
    const from = words[run + 1]!
    const to = from + words[run + 2]!
    for (let m = firstAbove(ends, from - margin); m < matches.length && matches[m]!.start - margin < to; m++) {
      const match = matches[m]!
      const low = Math.max(0, match.start - margin)
      const high = Math.min(baseSize, match.end + margin)
      if (low >= to || high <= from) continue
      const whole = low >= from && high <= to
      const cutAlike =
        (match.start >= margin || target === from) && (match.end + margin <= baseSize || to - from + target === size)
      const start = match.start - from + target
      if (whole && cutAlike) inherited.push({ ...match, start, end: match.end - from + target })
      else hot.push([Math.max(low, from) - from + target, Math.min(high, to) - from + target])
    }
  }
  return inherited
}
