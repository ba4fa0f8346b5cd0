import { runGit } from '../git/run-git.ts'
import { type SpawnedGit, spawnGit } from '../git/spawn-git.ts'
import type { NotScanned, ObjectId } from '../types.ts'
import { createBatchOutput } from './batch-output.ts'
import { closedError } from './closed-error.ts'
import { ENDLESS } from './endless.ts'
import type { GitObject } from './object-store.ts'

/**
 * More ids are written as soon as no more than these are unanswered. Git keeps answers back until its output buffer is full (--buffer), so there
 * must always be more on the way than a buffer holds: an answer has 46 bytes at least, a buffer 4 to 64 KiB.
 */
const REFILL_BELOW = 4096

export interface CatFileOptions {
  readonly cwd: string
  readonly maxObjectBytes: number
  /** The next ids to read; undefined once there are no more. */
  readonly take: () => Promise<readonly ObjectId[] | undefined>
  /** Told of each git that is started, so that it can be stopped. */
  readonly onStart: (git: SpawnedGit) => void
  /** Reading is to end: a git that was stopped did not die of an object. */
  readonly isClosed: () => boolean
  readonly visit: (object: GitObject) => void
  readonly problem: (problem: NotScanned) => void
  /** Git has answered that it does not have it, or cannot make out what it is. */
  readonly missing: (id: ObjectId) => void
  /** Of all objects those that git would never come back from; asked where it is silent. */
  readonly endless: () => Promise<ReadonlySet<ObjectId>>
  /** Git died of this object, or of something else while it was at it; its words. */
  readonly fatal: (id: ObjectId, words: string) => void
}

/**
 * Reads objects by `git cat-file --batch` until `take` gives no more. Git dies of a corrupt object (`fatal: loose object …
 * is corrupt`): it answers in the order it was asked, so the first unanswered one is to blame, and a fresh git goes on behind it.
 * Gives the words of the last git, which say why objects are missing.
 */
export async function readByCatFile(options: CatFileOptions): Promise<string> {
  /** Asked and not answered yet, from `head` on. */
  let queue: readonly ObjectId[] = []
  let head = 0
  let more = true

  async function refill(): Promise<readonly ObjectId[]> {
    const block = more ? await options.take() : undefined
    more = block !== undefined
    if (block !== undefined) {
      queue = queue.slice(head).concat(block)
      head = 0
    }
    return block ?? []
  }

  /** Whatever would not come back of what is not answered yet, in one go; is there any such? */
  async function leaveOutEndless(): Promise<boolean> {
    if (!stoppedInCircle) return false
    stoppedInCircle = false
    const endless = await options.endless()
    for (const id of queue.slice(head)) if (endless.has(id)) options.problem({ what: id, why: ENDLESS })
    queue = queue.slice(head).filter(id => !endless.has(id))
    head = 0
    return true
  }

  let stoppedInCircle = false
  let words = ''
  while (head < queue.length || (await refill()).length > 0) {
    const answered = head
    if (options.isClosed()) throw closedError()
    words = await oneProcess()
    if (options.isClosed()) throw closedError()
    if (head === queue.length || (await leaveOutEndless())) continue
    // Where git does not even open the repository any more, no object is to blame: this throws.
    if (head === answered) await runGit(['rev-parse', '--git-dir'], { cwd: options.cwd })
    options.fatal(queue[head++]!, words)
  }
  return words

  async function oneProcess(): Promise<string> {
    const git = spawnGit(['cat-file', '--batch', '--buffer'], {
      cwd: options.cwd,
      async isEndless() {
        const endless = await options.endless()
        return queue.some((id, i) => i >= head && endless.has(id))
      },
    })
    options.onStart(git)
    const { stdin, stdout } = git.child
    let failure: { readonly cause: unknown } | undefined
    let filling: Promise<void> | undefined

    const output = createBatchOutput(
      {
        visit: options.visit,
        problem: options.problem,
        missing: options.missing,
        done(id) {
          if (queue[head] !== id) throw new Error(`git cat-file answered ${id}, asked was ${queue[head]}`)
          head++
        },
      },
      options.maxObjectBytes,
    )

    function fail(cause: unknown): void {
      failure ??= { cause }
      git.child.kill()
    }

    async function fill(): Promise<void> {
      while (more && queue.length - head <= REFILL_BELOW) {
        const block = await refill()
        if (block.length > 0) stdin.write(`${block.join('\n')}\n`)
      }
      if (!more) stdin.end()
    }

    function startFilling(): void {
      filling = fill()
        .catch(fail)
        .finally(() => {
          filling = undefined
        })
    }

    stdout.on('data', (chunk: Buffer) => {
      if (failure !== undefined) return
      try {
        output.push(chunk)
      } catch (cause) {
        fail(cause)
      }
      if (filling === undefined && more && queue.length - head <= REFILL_BELOW) startFilling()
    })
    stdin.write(`${queue.slice(head).join('\n')}\n`)
    startFilling()

    const end = await git.ended
    stoppedInCircle = end.endless === true
    // What was taken meanwhile is in the queue, and is asked of the next git.
    await filling
    if (failure !== undefined) throw failure.cause
    return end.stderr || (end.signal === null ? '' : `ended by ${end.signal}`)
  }
}
