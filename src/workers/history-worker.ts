import { parentPort } from 'node:worker_threads'
import { takeTasks } from '../objects/pack/forest-tasks.ts'
import type { GenealogyRecord } from '../objects/pack/genealogy-record.ts'
import { type GenealogyJob, GenealogyWalk } from '../objects/pack/genealogy-walk.ts'
import { hooksFrom, type ThreadSetup } from '../scan/thread-setup.ts'
import type { HistoryJob } from '../sources/history/history-job.ts'
import { HistoryThread } from '../sources/history/history-thread.ts'
import type { HistoryThreadHooks } from '../types.ts'
import type { FromWorker } from './hire-team.ts'

let setup: ThreadSetup
let hooks: Promise<HistoryThreadHooks> | undefined

function prepare(): Promise<HistoryThreadHooks> {
  hooks ??= hooksFrom(setup)
  return hooks
}

/** Where a thread of a history starts: it is told what to look for, then what to look at, and answers once. */
parentPort!.on(
  'message',
  async (message: { readonly setup: ThreadSetup } | { readonly job: HistoryJob | GenealogyJob }) => {
    if ('setup' in message) {
      setup = message.setup
      // Not at once: the job may be here already, and may be one for which nothing is looked for.
      setImmediate(prepare)
      return
    }
    const { job } = message
    if ('family' in job) {
      const walk = new GenealogyWalk(job)
      for (const task of takeTasks(job.tasks)) for (const _ of walk.run(task));
      const findings = walk.noted()
      parentPort!.postMessage({ findings } satisfies FromWorker, buffersOf(findings.record))
      return
    }
    const thread = new HistoryThread(job, await prepare())
    // Here nothing else waits: a thread that is ended stops wherever it is.
    for (const task of takeTasks(job.tasks)) for (const _ of thread.run(task));
    const findings = thread.findings()
    parentPort!.postMessage({ findings } satisfies FromWorker, buffersOf(findings.record))
  },
)

/** They are handed over, not copied. */
function buffersOf(record: GenealogyRecord | undefined): ArrayBuffer[] {
  const arrays = Object.values(record ?? {}).flat() as readonly Uint8Array<ArrayBuffer>[]
  return arrays.map(({ buffer }) => buffer)
}
