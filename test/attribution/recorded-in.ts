import { createDetector } from '../../src/detect/create-detector.ts'
import type { RecordedGenealogy } from '../../src/objects/object-store.ts'
import { takeTasks } from '../../src/objects/pack/forest-tasks.ts'
import type { DirectObjects } from '../../src/objects/pack/open-direct-objects.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { HistoryThread } from '../../src/sources/history/history-thread.ts'
import { printBits } from '../../src/sources/history/print-bits.ts'

const NOTHING = { found: [], allowed: [], unread: [] }
const plan = createDetector(loadRules()).plan()

/** What two threads note of all trees and commits that they come by, when they take turns. */
export function recordedIn({ built, loose }: DirectObjects): RecordedGenealogy {
  const { roots } = built
  const job = {
    forest: built.forest,
    plan,
    // A root at a time: all of a small repository would be one task.
    tasks: {
      roots,
      starts: Int32Array.from([...roots.keys(), roots.length]),
      taken: new Int32Array(roots.length),
      takers: new Int32Array(1),
      giants: 0,
      giantTaker: new Int32Array(1),
    },
    loose,
    maxObjectBytes: Number.POSITIVE_INFINITY,
    shallow: false,
    recorded: true,
    done: new Int32Array(3),
    met: printBits(),
  }
  const hooks = {
    inspector: { probe: () => false, inspect: () => [], encodedSpans: () => [], inspectEncoded: () => NOTHING },
    isSensitiveName: () => false,
    isSensitiveFolder: () => false,
    isTellingName: () => false,
  }
  const threads = [new HistoryThread(job, hooks), new HistoryThread(job, hooks)]
  for (const task of takeTasks(job.tasks)) {
    for (const _ of threads[task % 2]!.run(task));
  }
  return { records: threads.map(thread => thread.findings().record!), failed: [] }
}
