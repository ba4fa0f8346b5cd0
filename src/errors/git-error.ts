/** Git could not do what was needed: not a repository, a bad range, a broken index. The message carries git's own words; exit code 2. */
export class GitError extends Error {
  override readonly name = 'GitError'
}
