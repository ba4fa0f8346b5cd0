import type { PreparedRules } from '../types.ts'
import { holdsRun } from './holds-run.ts'

/** May a rule match between two places of a text? */
export type RunTest = (ruleNumber: number, bytes: Uint8Array, start: number, end: number) => boolean

/**
 * No, without the run that each match of the rule holds, such as 32 hex digits. To compile a pattern takes V8 up to a millisecond, and to run one more
 * than to look for a run: words that are anchors (`toggl`, `cursor`) stand in much code, keys beside them in none of it.
 */
export function runTest({ runOf, runLengths, runs }: PreparedRules): RunTest {
  const tables: Uint8Array[] = []
  const tableOf = (run: number): Uint8Array => {
    if (tables[run] === undefined) {
      tables[run] = new Uint8Array(256)
      for (const character of runs[run]!) tables[run][character.charCodeAt(0)] = 1
    }
    return tables[run]
  }
  return (ruleNumber, bytes, start, end) => {
    const length = runLengths[ruleNumber]!
    return length === 0 || holdsRun(bytes, start, end, tableOf(runOf[ruleNumber]!), length)
  }
}
