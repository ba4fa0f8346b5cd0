import type { KeyPath } from './schema-error.ts'

/** Something is wrong with a rule. Whoever knows the file turns it into a UsageError with file, line and column. */
export class RuleProblem extends Error {
  override readonly name = 'RuleProblem'
  readonly path: KeyPath
  /** Of the fault within the value that the path leads to, where known. */
  readonly offset: number | undefined

  constructor(path: KeyPath, message: string, options?: { cause?: unknown; offset?: number }) {
    super(message, options)
    this.path = path
    this.offset = options?.offset
  }
}
