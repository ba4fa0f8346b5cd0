import { setImmediate } from 'node:timers/promises'
import { clock } from '../clock.ts'

/** So long a thread works before it looks at what else there is: a signal, a line of progress. */
const SLICE_MS = 30

/** Long work in pieces: where the time is over, whoever works awaits `pause`. */
export interface TimeSlice {
  readonly isOver: () => boolean
  readonly pause: () => Promise<void>
}

export function createTimeSlice(): TimeSlice {
  let started = clock()
  return {
    isOver: () => clock() - started >= SLICE_MS,
    async pause() {
      await setImmediate()
      started = clock()
    },
  }
}
