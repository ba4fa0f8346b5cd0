import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import type { Socket } from 'node:net'

/** So long nothing is thought of it that nothing comes: a large repository is seldom silent for longer. */
const LOOK_MS = 2000

/**
 * Ends a git that has said nothing for a while, and would never say anything again: deltas that are made from one another (which nobody but a forger
 * makes) are followed round and round. `isEndless` is asked when there is silence, as it costs something to know. Returns whether git was ended for it.
 */
export function watchSilence(child: ChildProcessWithoutNullStreams, isEndless: () => Promise<boolean>): () => boolean {
  let heard = 0
  let ended = false
  const timer = setInterval(() => {
    const now = bytesFrom(child)
    if (now === heard) isEndless().then(end, () => undefined)
    heard = now
  }, LOOK_MS)
  timer.unref()
  child.once('close', () => clearInterval(timer))

  function end(endless: boolean): void {
    if (!endless || bytesFrom(child) !== heard || child.exitCode !== null) return
    ended = true
    child.kill()
  }

  return () => ended
}

/** A pipe is a socket, whatever its type says. */
const bytesFrom = ({ stdout }: ChildProcessWithoutNullStreams): number => (stdout as Socket).bytesRead
