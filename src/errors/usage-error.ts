/** The person asked for something that cannot be done as asked. The message says what to do; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
