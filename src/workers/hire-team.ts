import { Worker } from 'node:worker_threads'
import type { Team } from '../types.ts'
import { workerFile } from './worker-file.ts'

/** Short-lived things of a thread. What lives longer is little, so that more room (48 MB) saves no time: measured on langchain-ai/langchainjs and git/git. */
const YOUNG_MB = 12

/** What a thread is sent: first what it needs to make its detector, then the job. */
type ToWorker = { readonly setup: unknown } | { readonly job: unknown }
export interface FromWorker {
  readonly findings: unknown
}

/** One thread, and what becomes of it: it may end before anything is asked of it. */
interface Hired {
  readonly worker: Worker
  /** Rejects when it ends, whenever that is. */
  readonly ended: Promise<never>
}

/**
 * Starts this many threads besides the present one. They share its memory limits, stop with it (a signal ends all at once), and do not keep the
 * process alive.
 */
export function hireTeam(size: number, setup: unknown, file = workerFile()): Team | undefined {
  if (size < 1 || file === undefined) return undefined
  const team = Array.from({ length: size }, () => hire(file, setup))
  return {
    run: job => team.map(hired => outcome(hired, job)),
    async close() {
      await Promise.all(team.map(({ worker }) => worker.terminate()))
    },
  }
}

function hire(file: string, setup: unknown): Hired {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', cause => reject(new Error(`a thread ended before it was done: ${cause.message}`, { cause })))
    worker.once('exit', code => reject(new Error(`a thread ended with ${code} before it was done`)))
  })
  // Of interest only where something is asked of it.
  ended.catch(() => undefined)
  worker.unref()
  worker.postMessage({ setup } satisfies ToWorker)
  return { worker, ended }
}

async function outcome({ worker, ended }: Hired, job: unknown): Promise<unknown> {
  // While it is waited for, it keeps the process alive.
  worker.ref()
  const answer = new Promise<unknown>(resolve => {
    worker.once('message', ({ findings }: FromWorker) => resolve(findings))
  })
  worker.postMessage({ job } satisfies ToWorker)
  try {
    return await Promise.race([answer, ended])
  } finally {
    worker.unref()
  }
}
