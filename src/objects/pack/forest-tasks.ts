import type { BuiltForest } from './delta-forest.ts'

/** So small that threads end together, so large that taking one costs nothing. */
const TASK_BYTES = 512 * 1024

/** Trees of deltas, several to a task, as threads take them. On memory that threads share. */
export interface ForestTasks {
  readonly roots: Int32Array
  /** Where each task begins among the roots, and the end. */
  readonly starts: Int32Array
  /** One number: the task to be taken next. */
  readonly next: Int32Array
}

/**
 * Neighbours in a pack stay together, so that it is read from front to back; what is large comes first, so that nobody waits for it in the end.
 */
export function forestTasks({ roots, weights }: Pick<BuiltForest, 'roots' | 'weights'>): ForestTasks {
  const large: number[] = []
  const small: number[] = []
  for (const root of roots) (weights[root]! >= TASK_BYTES ? large : small).push(root)
  large.sort((a, b) => weights[b]! - weights[a]! || a - b)
  const starts = large.map((_, i) => i)
  let weight = TASK_BYTES
  small.forEach((root, i) => {
    if (weight >= TASK_BYTES) {
      starts.push(large.length + i)
      weight = 0
    }
    weight += weights[root]!
  })
  starts.push(roots.length)
  return {
    roots: sharedInts([...large, ...small]),
    starts: sharedInts(starts),
    next: sharedInts([0]),
  }
}

function sharedInts(values: readonly number[]): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(values.length * 4))
  array.set(values)
  return array
}

/** The next task that nobody has taken; undefined: all are. */
export function takeTask({ starts, next }: ForestTasks): number | undefined {
  const task = Atomics.add(next, 0, 1)
  return task < starts.length - 1 ? task : undefined
}
