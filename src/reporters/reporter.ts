import type { Report } from '../types.ts'

export interface ReporterOptions {
  /** Of the terminal; false: no escape code at all. */
  readonly colour: boolean
  readonly columns: number
  /** All places, all steps, all that was not scanned; rule, confidence and fingerprint. */
  readonly verbose: boolean
  /** A line for each finding; nothing where there is nothing to say. */
  readonly quiet: boolean
  /** Only then the secrets themselves are shown. */
  readonly showSecrets: boolean
}

/** A report in, text out; ends with a line end unless it is empty. */
export type Reporter = (report: Report, options: ReporterOptions) => string
