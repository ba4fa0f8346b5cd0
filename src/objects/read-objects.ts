import { availableParallelism } from 'node:os'
import type { NotScanned, ObjectId } from '../types.ts'
import { type CatFileOptions, readByCatFile } from './cat-file-process.ts'
import type { GitObject } from './object-store.ts'
import { whyUnreadable } from './why-unreadable.ts'

/**
 * Gits that read side by side. One takes a core for as long as this program takes to look at half of what it prints, so that a third
 * would only wait.
 */
const PROCESSES = 2

export type ReadObjectsOptions = Pick<CatFileOptions, 'cwd' | 'maxObjectBytes' | 'onStart' | 'isClosed' | 'endless'>

/**
 * Reads all objects of all blocks. What git calls missing, and what it dies of, is asked of a fresh git once more: a repack may just
 * have moved it, and its words are about that one object then. What cannot be read even so goes to `onProblem`.
 */
export async function readObjects(
  blocks: AsyncIterable<readonly ObjectId[]>,
  options: ReadObjectsOptions,
  visit: (object: GitObject) => void,
  onProblem: (problem: NotScanned) => void,
): Promise<void> {
  const again: ObjectId[] = []
  const killers: ObjectId[] = []
  const iterator = blocks[Symbol.asyncIterator]()
  const common = { ...options, visit, problem: onProblem }
  const first: CatFileOptions = {
    ...common,
    async take() {
      const next = await iterator.next()
      return next.done ? undefined : next.value
    },
    missing: id => again.push(id),
    fatal: fatally,
  }
  try {
    await allOf(Array.from({ length: Math.min(PROCESSES, availableParallelism()) }, () => readByCatFile(first)))
  } finally {
    await iterator.return?.()
  }

  const missing: ObjectId[] = []
  const words = await readByCatFile({ ...common, take: once(again), missing: id => missing.push(id), fatal: fatally })
  for (const id of missing) onProblem({ what: id, why: whyUnreadable(id, words) })

  for (const id of killers) {
    let unread: string | undefined
    const died = (_: ObjectId, why: string): void => {
      unread = why
    }
    const said = await readByCatFile({ ...common, take: once([id]), missing: () => died(id, ''), fatal: died })
    if (unread !== undefined) onProblem({ what: id, why: whyUnreadable(id, unread || said) })
  }

  /** Where its words name the object there is nothing to try again. */
  function fatally(id: ObjectId, words: string): void {
    if (words.includes(id)) onProblem({ what: id, why: whyUnreadable(id, words) })
    else killers.push(id)
  }
}

function once(ids: readonly ObjectId[]): CatFileOptions['take'] {
  let given = ids.length === 0
  return async () => {
    if (given) return undefined
    given = true
    return ids
  }
}

/** Waits for all of them before it throws, so that none goes on behind the caller's back. */
async function allOf(running: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(running)).find(result => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
