import { parentPort } from 'node:worker_threads'
import { takeTask } from '../objects/pack/forest-tasks.ts'
import { hooksFrom, type ThreadSetup } from '../scan/thread-setup.ts'
import type { HistoryJob } from '../sources/history/history-job.ts'
import { HistoryThread } from '../sources/history/history-thread.ts'
import type { HistoryThreadHooks } from '../types.ts'
import type { FromWorker } from './hire-team.ts'

/** Where a thread of a history starts: it is told what to look for, then what to look at, and answers once. */
let hooks: Promise<HistoryThreadHooks> | undefined

parentPort!.on('message', async (message: { readonly setup: ThreadSetup } | { readonly job: HistoryJob }) => {
  if ('setup' in message) {
    hooks = hooksFrom(message.setup)
    return
  }
  const thread = new HistoryThread(message.job, await hooks!)
  const { tasks } = message.job
  // Here nothing else waits: a thread that is ended stops wherever it is.
  for (let task = takeTask(tasks); task !== undefined; task = takeTask(tasks)) for (const _ of thread.run(task));
  const findings = thread.findings()
  const handedOver = Object.values(findings.record ?? {})
    .flat()
    .map(({ buffer }) => buffer)
  parentPort!.postMessage({ findings } satisfies FromWorker, handedOver)
})
