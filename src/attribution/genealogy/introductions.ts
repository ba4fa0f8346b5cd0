import { decodePath } from '../../git/decode-path.ts'
import { BLOB, FOLDER, type Holding, type Holdings, KINDS, NAME } from './holdings.ts'
import type { Lineage } from './lineage.ts'

/** A commit has something wanted at a path where none of its parents has it. */
export type VisitIntroduction = (wanted: number, commit: number, path: string) => void

/**
 * Tells what each commit brings in, newer commits before older ones. `rootTrees`: of each commit. The same blob in another mode is nothing new; what a
 * merge brings over from one parent is none of its own.
 */
export function findIntroductions(
  { order, parents, starts }: Lineage,
  rootTrees: Int32Array,
  holdings: Holdings,
  visit: VisitIntroduction,
): void {
  const heldBy = (commit: number): Holding | undefined =>
    commit < 0 || rootTrees[commit]! < 0 ? undefined : holdings.of(rootTrees[commit]!)
  let commit = -1

  function compare(holding: Holding, before: readonly Holding[], folder: string): void {
    for (const [key, held] of holding.entries) {
      const path = (): string => folder + holdings.name((key - (key % KINDS)) / KINDS)
      if (typeof held !== 'number') {
        const earlier = before.map(one => one.entries.get(key)).filter(one => typeof one === 'object')
        if (!earlier.includes(held)) compare(held, earlier, `${path()}/`)
      } else if (key % KINDS === BLOB || key % KINDS === NAME) {
        if (!before.some(one => one.entries.get(key) === held)) {
          visit(held, commit, decodePath(Buffer.from(path(), 'latin1')))
        }
      }
    }
  }

  for (let i = order.length - 1; i >= 0; i--) {
    commit = order[i]!
    const holding = heldBy(commit)
    if (!holding) continue
    const before: Holding[] = []
    for (let at = starts[commit]!; at < starts[commit + 1]!; at++) {
      const earlier = heldBy(parents[at]!)
      if (earlier) before.push(earlier)
    }
    if (!before.includes(holding)) compare(holding, before, '')
  }
}

/** Calls with every path at which something wanted stands in a tree. */
export function forEachHeld(
  holding: Holding | undefined,
  name: Holdings['name'],
  visit: (wanted: number, path: string) => void,
  folder = '',
): void {
  for (const [key, held] of holding?.entries ?? []) {
    const path = folder + name((key - (key % KINDS)) / KINDS)
    if (key % KINDS === FOLDER) forEachHeld(held as Holding, name, visit, `${path}/`)
    else if (key % KINDS === BLOB) visit(held as number, decodePath(Buffer.from(path, 'latin1')))
  }
}
