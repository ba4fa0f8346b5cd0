import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type ScanOptions, scan } from '../../src/scan.ts'
import type { Report } from '../../src/types.ts'

export interface Audit {
  /** All of the report but for how long it took. */
  readonly report: Omit<Report, 'scan'> & { readonly scan: Omit<Report['scan'], 'elapsedMs'> }
  /** `ruleId state path:line` of each. */
  readonly found: readonly string[]
  /** Objects that were to be looked at; undefined: none. */
  readonly looked: number | undefined
  readonly notes: readonly string[]
  /** Files in which is remembered what is clean, when the values of `.env` files were looked for: these have a file of their own. */
  readonly firstFiles: readonly string[]
}

/** Scans a whole history, in this thread. */
export async function audit(directory: string, options: Partial<ScanOptions> = {}): Promise<Audit> {
  const notes: string[] = []
  let looked: number | undefined
  let firstFiles: readonly string[] | undefined
  const report = await scan({
    mode: 'history',
    directory,
    onNote: note => notes.push(note),
    onProgress({ phase, total }) {
      if (phase === 'objects') looked ??= total
      else if (phase === 'values of .env files') firstFiles ??= cacheFiles(join(directory, '.git'))
    },
    ...options,
  })
  const { elapsedMs: _, ...told } = report.scan
  return {
    report: { ...report, scan: told },
    found: report.findings.map(({ ruleId, state, places }) => `${ruleId} ${state} ${places[0]?.path}`).sort(),
    looked,
    notes,
    firstFiles: firstFiles ?? [],
  }
}

/** What no earlier scan has a part in. */
export function freshAudit(directory: string): Promise<Audit> {
  return audit(directory, { withoutCache: true })
}

/** An audit that may use what is known, and one that may not, tell the same. Gives the first, and how much the second had to look at. */
export async function expectTheSame({ path }: { readonly path: string }): Promise<Audit & { readonly all: number }> {
  const fresh = await freshAudit(path)
  const known = await audit(path)
  expect(known.report).toEqual(fresh.report)
  return { ...known, all: fresh.looked ?? 0 }
}

/** Files in which is remembered what is clean. */
export function cacheFiles(gitDir: string): readonly string[] {
  const folder = join(gitDir, 'keyscan')
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).map(name => join(folder, name)) : []
}
