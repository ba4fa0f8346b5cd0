import type { Severity } from '../types.ts'

/** What colour is there for. */
export interface Paint {
  severity(severity: Severity, text: string): string
  mark(text: string): string
  place(text: string): string
  command(text: string): string
  heading(text: string): string
  /** What is there for who looks for it. */
  aside(text: string): string
}

const same = (text: string): string => text

/** No escape code at all. */
export const plainPaint: Paint = {
  severity: (_, text) => text,
  mark: same,
  place: same,
  command: same,
  heading: same,
  aside: same,
}
