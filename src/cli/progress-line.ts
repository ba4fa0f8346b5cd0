import { grouped } from '../reporters/grouped.ts'
import type { Progress } from '../types.ts'
import { complain } from './complain.ts'

export interface ProgressLine {
  show(progress: Progress): void
  clear(): void
}

/** What is done sooner needs no progress. */
const QUIET_MS = 1000
/** Ten times a second is smooth and costs nothing. */
const REDRAW_MS = 100
const ERASE_LINE = '\r\u001b[K'

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}

/** `scanning objects  12,345 of 57,000 (21 %)  310 MB  2 found`, never wider than the terminal. */
function line({ phase, done, total, bytes, findings }: Progress, columns: number): string {
  const count = grouped(done)
  const of = total > 0 ? ` of ${grouped(total)} (${Math.floor((100 * done) / total)} %)` : ''
  const found = findings > 0 ? `  ${findings} found` : ''
  return `${phase}  ${count}${of}  ${megabytes(bytes)}${found}`.slice(0, columns - 1)
}

/** A line on standard error that is redrawn in place and leaves nothing behind. */
export function startProgress(enabled: boolean): ProgressLine {
  const started = performance.now()
  let drawn = started + QUIET_MS - REDRAW_MS
  let visible = false
  return {
    show(progress) {
      if (!enabled) return
      const now = performance.now()
      if (now - drawn < REDRAW_MS) return
      drawn = now
      visible = true
      complain(ERASE_LINE + line(progress, process.stderr.columns ?? 80))
    },
    clear() {
      if (visible) complain(ERASE_LINE)
      visible = false
    },
  }
}
