import type { BuiltForest } from './delta-forest.ts'
import { BLOB } from './entry-kinds.ts'

/** So small that threads end together, so large that taking one costs nothing. */
const TASK_BYTES = 512 * 1024
/** Objects of which a walk that holds several takes more memory than all else of a thread: those trees are one thread's. */
const GIANT_BYTES = 8 * 1024 * 1024

/** Trees of deltas, several to a task, as threads take them. On memory that threads share. */
export interface ForestTasks {
  readonly roots: Int32Array
  /** Where each task begins among the roots, and the end. */
  readonly starts: Int32Array
  /** Of each task, whether somebody has taken it. */
  readonly taken: Int32Array
  /** One number: how many threads take tasks. */
  readonly takers: Int32Array
  /** So many tasks, the first ones, hold giants; and one number: who takes these, counted from 1, or 0: nobody yet. */
  readonly giants: number
  readonly giantTaker: Int32Array
}

/**
 * Contents first, then what tells of them. Neighbours in a pack stay together, so that it is read from front to back; what is large comes first, and of what
 * is taken from the end last, so that nobody waits for it in the end. Before all come trees of giants.
 */
export function forestTasks({
  roots,
  weights,
  forest,
}: Pick<BuiltForest, 'roots' | 'weights' | 'forest'>): ForestTasks {
  // Of what a root's deltas make nothing is known before; mostly it has the root's size.
  const isGiant = (root: number): boolean => forest.sizes[root]! >= GIANT_BYTES
  const isLarge = (root: number): boolean => weights[root]! >= TASK_BYTES
  const isBlob = (root: number): boolean => forest.kinds[root] === BLOB
  const byWeight = (a: number, b: number): number => weights[b]! - weights[a]! || a - b
  const giant = roots.filter(isGiant).sort(byWeight)
  const others = roots.filter(root => !isGiant(root))
  const large = others.filter(root => isLarge(root) && isBlob(root)).sort(byWeight)
  const largeLast = others.filter(root => isLarge(root) && !isBlob(root)).sort((a, b) => byWeight(b, a))
  const small = others.filter(root => !isLarge(root))
  const ordered = sharedInts(roots.length)
  const starts: number[] = []
  let at = 0
  let giants = 0
  for (const group of [giant, large, small.filter(isBlob), small.filter(root => !isBlob(root)), largeLast]) {
    let weight = TASK_BYTES
    for (const root of group) {
      if (weight + weights[root]! > TASK_BYTES) {
        starts.push(at)
        weight = 0
      }
      weight += weights[root]!
      ordered[at++] = root
    }
    if (group === giant) giants = starts.length
  }
  starts.push(roots.length)
  const shared = sharedInts(starts.length)
  shared.set(starts)
  const taken = sharedInts(starts.length - 1)
  return { roots: ordered, starts: shared, taken, takers: sharedInts(1), giants, giantTaker: sharedInts(1) }
}

function sharedInts(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT))
}

/**
 * Tasks that nobody else has taken, until all are. The second thread begins at the end: what looks at contents and what looks at trees is different code, and each
 * thread's own has to be compiled before it is fast.
 */
export function* takeTasks({ taken, takers, giants, giantTaker }: ForestTasks): Generator<number> {
  const count = taken.length
  const self = Atomics.add(takers, 0, 1) + 1
  const isSecond = self === 2
  const mayTake = (task: number): boolean =>
    task >= giants || [0, self].includes(Atomics.compareExchange(giantTaker, 0, 0, self))
  for (let i = 0; i < count; i++) {
    const task = isSecond ? count - 1 - i : i
    if (mayTake(task) && Atomics.exchange(taken, task, 1) === 0) yield task
  }
}
