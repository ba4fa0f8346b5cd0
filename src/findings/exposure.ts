import type { State } from '../types.ts'

const FROM_LEAST_TO_MOST: readonly State[] = ['file', 'dangling', 'index', 'head', 'unpushed', 'pushed']

/** The greater, the more people may have it. */
export function exposure(state: State): number {
  return FROM_LEAST_TO_MOST.indexOf(state)
}
