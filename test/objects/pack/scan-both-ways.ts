import { vi } from 'vitest'
import { scan, type TeamScanOptions } from '../../../src/scan.ts'
import type { Report } from '../../../src/types.ts'

/** What a scan of a whole history said, short enough to be compared. */
export interface Said {
  /** Ids of what holds a secret, as often as a place names it. */
  readonly found: readonly string[]
  /** What could not be looked at. */
  readonly notScanned: readonly string[]
  readonly blobs: number
}

export async function reportOf(directory: string, options: Partial<TeamScanOptions> = {}): Promise<Report> {
  return scan({ mode: 'history', directory, withoutCache: true, ...options })
}

export function saidIn({ findings, notScanned, scan: { counts } }: Report): Said {
  return {
    found: findings.flatMap(({ places }) => places.map(({ blob }) => blob ?? '?')).sort(),
    notScanned: notScanned.map(({ what }) => what).sort(),
    blobs: counts.blobs,
  }
}

/** What is said of the packs as they lie. */
export async function scanDirectly(directory: string): Promise<Said> {
  return saidIn(await reportOf(directory))
}

/** The same where git reads every object. */
export async function scanByGit(directory: string): Promise<Said> {
  vi.stubEnv('KEYSCAN_ENGINE', 'cat-file')
  try {
    return saidIn(await reportOf(directory))
  } finally {
    vi.unstubAllEnvs()
  }
}
