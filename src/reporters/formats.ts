import type { Report } from '../types.ts'
import type { Reporter } from './reporter.ts'

/** Every format, loaded when it is asked for. */
export const FORMATS = {
  // Without findings no colour, steps or excerpts are needed: chalk is not loaded on the way to a clean commit.
  human: async (report: Report): Promise<Reporter> =>
    report.findings.length === 0 ? (await import('./clean.ts')).clean : (await import('./human.ts')).human,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json,
  jsonl: async (): Promise<Reporter> => (await import('./jsonl.ts')).jsonl,
  sarif: async (): Promise<Reporter> => (await import('./sarif.ts')).sarif,
  github: async (): Promise<Reporter> => (await import('./github.ts')).github,
  junit: async (): Promise<Reporter> => (await import('./junit.ts')).junit,
  csv: async (): Promise<Reporter> => (await import('./csv.ts')).csv,
  markdown: async (): Promise<Reporter> => (await import('./markdown.ts')).markdown,
} as const

export type Format = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[]
