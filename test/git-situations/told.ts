import { LEAK_RULE } from '../../fixtures/leaks/make-leak.ts'
import type { Finding, Place, Report } from '../../src/types.ts'
import { type RunOptions, reportOf } from '../cli/run-keyscan.ts'

/** What a run of the command line told, short enough to be compared as a whole. */
export interface Told {
  readonly code: number | null
  /** `index a.txt:3:5`, `pushed a.txt:1:1 b.txt:1:1`: the state and all places; the rule before that where it is another than LEAK_RULE. */
  readonly found: readonly string[]
  /** `what: why` */
  readonly notScanned: readonly string[]
  /** Named, not entered; absent where there are none. */
  readonly submodules?: readonly string[]
}

const RAW_TOKEN = /ghp_[A-Za-z0-9]{36}/

function placeOf({ path, in: inside, line, column }: Place): string {
  return `${path ?? (inside === undefined ? '?' : `(${inside})`)}:${line}:${column}`
}

function findingOf({ ruleId, state, places }: Finding): string {
  const rule = ruleId === LEAK_RULE ? [] : [ruleId]
  return [...rule, state, ...places.map(placeOf)].join(' ')
}

export function summaryOf(report: Report & { code: number | null }): Told {
  return {
    code: report.code,
    found: report.findings.map(findingOf).sort(),
    notScanned: report.notScanned.map(({ what, why }) => `${what}: ${why}`).sort(),
    ...(report.scan.submodules && { submodules: report.scan.submodules }),
  }
}

/** Runs keyscan in a folder and tells what it said. Throws where a secret shows in the report. */
export async function told(cwd: string, args: readonly string[], options?: RunOptions): Promise<Told> {
  const report = await reportOf(cwd, args, options)
  if (RAW_TOKEN.test(JSON.stringify(report))) throw new Error('the report shows a secret')
  return summaryOf(report)
}

/** Everything was scanned, and nothing was found. */
export const CLEAN: Told = { code: 0, found: [], notScanned: [] }

/** Exactly this was found, and everything was scanned. */
export function leaks(...found: readonly string[]): Told {
  return { code: 1, found: [...found].sort(), notScanned: [] }
}
