import { clock } from '../clock.ts'
import type { Progress } from '../types.ts'
import { columnsOfTerminal } from './columns-of-terminal.ts'
import { complain } from './complain.ts'
import { progressText } from './progress-text.ts'
import { createTimeLeft } from './time-left.ts'

export interface ProgressLine {
  show(progress: Progress): void
  clear(): void
}

/** What is done sooner needs no progress. */
const QUIET_MS = 1000
/** Eight times a second is smooth and costs nothing. */
const REDRAW_MS = 125
const TO_START = '\r'
/** Behind the new text, not before it: a line that is empty for a moment flickers. */
const ERASE_REST = '\u001b[K'

/** A line on standard error that is redrawn in place, when there is something new to say, and leaves nothing behind. */
export function startProgress(enabled: boolean): ProgressLine {
  const timeLeft = createTimeLeft()
  let latest: Progress | undefined
  let due = clock() + QUIET_MS
  let drawn = ''
  let ticking: NodeJS.Timeout | undefined

  function draw(): void {
    const now = clock()
    if (latest === undefined || now < due) return
    // The last column stays free: some terminals go on to the next line once it is written.
    const width = columnsOfTerminal(process.stderr) - 1
    const text = progressText(latest, timeLeft.estimate(latest.total, now), width)
    due = now + REDRAW_MS
    if (text === drawn) return
    // Asked for only here: it makes the stream.
    if (drawn === '') process.stderr.on('resize', redraw)
    drawn = text
    complain(TO_START + text + ERASE_REST)
  }

  /** A line that has just become too long is not left standing until there is news. */
  function redraw(): void {
    due = 0
    draw()
  }

  return {
    show(progress) {
      if (!enabled) return
      latest = progress
      timeLeft.note(progress.phase, progress.done, clock())
      // Time goes on where nothing is reported; where the work leaves timers no turn, what it reports is drawn at once.
      ticking ??= setInterval(draw, REDRAW_MS).unref()
      draw()
    },
    clear() {
      clearInterval(ticking)
      ticking = undefined
      latest = undefined
      if (drawn === '') return
      process.stderr.off('resize', redraw)
      complain(TO_START + ERASE_REST)
      drawn = ''
    },
  }
}
