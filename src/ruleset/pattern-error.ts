/** A pattern cannot be used. `offset` counts UTF-16 code units into its source; who knows the file adds the line. */
export class PatternError extends Error {
  override readonly name = 'PatternError'
  readonly offset: number

  constructor(message: string, offset = 0, options?: { cause?: unknown }) {
    super(message, options)
    this.offset = offset
  }
}
