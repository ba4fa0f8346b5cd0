import { Worker } from 'node:worker_threads'
import type { Team } from '../types.ts'
import { workerFile } from './worker-file.ts'

/** What a thread is sent: first what it needs to make its detector, then the job. */
export type ToWorker = { readonly setup: unknown } | { readonly job: unknown }
export interface FromWorker {
  readonly findings: unknown
}

/**
 * Starts this many threads besides the present one. They share its memory limits, stop with it (a signal ends all at once), and do not keep the
 * process alive.
 */
export function hireTeam(size: number, setup: unknown): Team | undefined {
  const file = workerFile()
  if (size < 1 || file === undefined) return undefined
  const workers = Array.from({ length: size }, () => new Worker(file))
  for (const worker of workers) {
    worker.unref()
    worker.postMessage({ setup } satisfies ToWorker)
  }
  return {
    run: job => workers.map(worker => outcome(worker, job)),
    async close() {
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}

function outcome(worker: Worker, job: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // While it is waited for, it keeps the process alive.
    worker.ref()
    worker.once('message', ({ findings }: FromWorker) => {
      worker.unref()
      resolve(findings)
    })
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`a thread ended with ${code} before it was done`)))
    worker.postMessage({ job } satisfies ToWorker)
  })
}
