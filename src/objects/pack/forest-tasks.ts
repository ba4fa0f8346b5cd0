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
  const large = roots.filter(root => weights[root]! >= TASK_BYTES).sort((a, b) => weights[b]! - weights[a]! || a - b)
  const ordered = sharedInts(roots.length)
  ordered.set(large)
  const starts = Array.from(large.keys())
  let at = large.length
  let weight = TASK_BYTES
  for (const root of roots) {
    if (weights[root]! >= TASK_BYTES) continue
    if (weight >= TASK_BYTES) {
      starts.push(at)
      weight = 0
    }
    weight += weights[root]!
    ordered[at++] = root
  }
  starts.push(roots.length)
  const shared = sharedInts(starts.length)
  shared.set(starts)
  return { roots: ordered, starts: shared, next: sharedInts(1) }
}

function sharedInts(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT))
}

/** The next task that nobody has taken; undefined: all are. */
export function takeTask({ starts, next }: ForestTasks): number | undefined {
  const task = Atomics.add(next, 0, 1)
  return task < starts.length - 1 ? task : undefined
}
