import { createDetector } from '../../../src/detect/create-detector.ts'
import { TYPE_OF_KIND } from '../../../src/objects/pack/entry-kinds.ts'
import { ForestScan } from '../../../src/objects/pack/forest-scan.ts'
import { forestTasks, takeTasks } from '../../../src/objects/pack/forest-tasks.ts'
import { openDirectObjects } from '../../../src/objects/pack/open-direct-objects.ts'
import { loadRules } from '../../../src/ruleset/load.ts'
import { createExaminer } from '../../../src/scan/examine.ts'
import { createPathRules } from '../../../src/scan/path-rules.ts'
import { fingerprintOf } from '../../../src/scan/seen.ts'
import type { Inspector, SearchPlan } from '../../../src/types.ts'

const rules = loadRules()
const detector = createDetector(rules)
const examiner = createExaminer(detector, await createPathRules(rules), () => [])
await examiner.loadDecoder()
const plan = detector.plan()

interface ScannedObject {
  readonly type: string
  readonly bytes: Buffer
  /** Fingerprints, sorted; those that a comment lets through with an exclamation mark. */
  readonly prints: readonly string[]
}

export interface ScannedForest {
  readonly objects: ReadonlyMap<string, ScannedObject>
  /** Tree → names of the entries that it does not have from its base. */
  readonly freshNames: ReadonlyMap<string, readonly string[]>
  readonly failed: ReadonlySet<string>
  /** Of a pack or more nothing was looked at. */
  readonly notOpened: boolean
}

/** What the packs in this folder of objects hold, by way of their deltas. `sought`: in place of all that rules find. */
export async function scanForestOf(
  objectDir: string,
  idBytes = 20,
  sought: { readonly plan: SearchPlan; readonly inspector: Inspector } = { plan, inspector: examiner.inspector },
): Promise<ScannedForest> {
  const direct = await openDirectObjects([objectDir], idBytes, Number.POSITIVE_INFINITY)
  try {
    const { built, idOf } = direct
    const objects = new Map<string, ScannedObject>()
    const freshNames = new Map<string, readonly string[]>()
    const failed = new Set<string>([...built.orphans, ...built.circular].map(idOf))
    const scan = new ForestScan(built.forest, sought.plan, {
      inspector: sought.inspector,
      text(entry, type, bytes, { found, allowed }) {
        const prints = [...found, ...allowed.map(print => `!${print}`)]
        objects.set(idOf(entry), { type, bytes: Buffer.from(bytes), prints: [...new Set(prints)].sort() })
      },
      tree(entry, bytes, { fresh }) {
        objects.set(idOf(entry), {
          type: TYPE_OF_KIND[built.forest.kinds[entry]!]!,
          bytes: Buffer.from(bytes),
          prints: [],
        })
        freshNames.set(
          idOf(entry),
          [...fresh].map(start => Buffer.from(bytes.subarray(start, bytes.indexOf(0, start))).toString('latin1')),
        )
        return 0
      },
      failed: entry => failed.add(idOf(entry)),
    })
    const tasks = forestTasks(built)
    for (const task of takeTasks(tasks)) [...scan.runTask(tasks, task)]
    return { objects, freshNames, failed, notOpened: direct.onlyGit || direct.broken.length > 0 }
  } finally {
    await direct.close()
  }
}

/** The same of one object, looked at in full. */
export function printsInFull(type: string, bytes: Uint8Array): readonly string[] {
  const { found, allowed } = examiner.candidatesIn({ kind: type as 'blob', bytes })
  return [...new Set([...found.map(fingerprintOf), ...allowed.map(match => `!${fingerprintOf(match)}`)])].sort()
}
