/** So much of the past says how fast it goes: long enough for a big file not to show, short enough to follow a change. */
const WINDOW_MS = 8000
/** Samples lie so far apart: 32 in a window. */
const SAMPLE_MS = 250
/** Sooner nothing is known: the first second reads what nobody has in a cache yet. */
const KNOWN_AFTER_MS = 2000

export interface TimeLeft {
  /** So much of so much is done, now. A phase of its own starts anew. */
  note(phase: string, done: number, now: number): void
  /** Milliseconds; `undefined` while nothing is known. What has come to a halt counts: the longer it lasts, the more time is left. */
  estimate(total: number, now: number): number | undefined
}

/** How long it will still take, by how fast it has gone lately. */
export function createTimeLeft(): TimeLeft {
  let current: string | undefined
  let latest = 0
  let samples: { readonly at: number; readonly done: number }[] = []
  return {
    note(phase, done, now) {
      if (phase !== current || done < latest) samples = []
      current = phase
      latest = done
      const last = samples.at(-1)
      if (last === undefined || now - last.at >= SAMPLE_MS) samples.push({ at: now, done })
    },
    estimate(total, now) {
      // The one that the window begins with stays.
      while (samples.length > 1 && now - samples[1]!.at >= WINDOW_MS) samples.shift()
      const [oldest] = samples
      if (oldest === undefined || total < latest) return undefined
      const span = now - oldest.at
      // Too short to know, or nothing was reported for so long that nobody knows.
      if (span < KNOWN_AFTER_MS || span > 2 * WINDOW_MS) return undefined
      const gained = latest - oldest.done
      return gained > 0 ? ((total - latest) * span) / gained : undefined
    },
  }
}
