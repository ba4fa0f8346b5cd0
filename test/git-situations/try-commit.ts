import { readFileSync, rmSync } from 'node:fs'
import type { GitOptions, TestRepository } from '../../fixtures/repositories/create-repository.ts'
import type { Report } from '../../src/types.ts'
import { hookReport } from './install-scan-hook.ts'
import { summaryOf, type Told } from './told.ts'

export interface Tried extends Pick<Told, 'found' | 'notScanned'> {
  /** HEAD is another commit than before. */
  readonly committed: boolean
}

function succeeds(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch (error) {
    // A hook that stops git makes it end with 1; whatever else went wrong is a mistake of the test.
    if ((error as { status?: number }).status === 1) return false
    throw error
  }
}

/** Runs a git command that makes a commit; what the hook of `installScanHook` told of it. Throws where no hook ran. */
export function tryCommit(
  repository: Pick<TestRepository, 'git' | 'folder'>,
  args: readonly string[],
  options?: GitOptions,
): Tried {
  rmSync(hookReport(repository), { force: true })
  const tip = (): string => repository.git(['rev-parse', '--revs-only', 'HEAD'], options)
  const before = tip()
  const succeeded = succeeds(() => repository.git(args, options))
  const committed = tip() !== before
  if (committed !== succeeded) throw new Error(`git ${args.join(' ')} ended well, but made no commit, or the reverse`)
  const report = JSON.parse(readFileSync(hookReport(repository), 'utf8')) as Report
  const { found, notScanned } = summaryOf({ ...report, code: null })
  return { committed, found, notScanned }
}

/** The hook let it pass: everything was scanned, nothing was found. */
export const PASSED: Tried = { committed: true, found: [], notScanned: [] }

/** The hook found exactly this and stopped it. */
export function stopped(...found: readonly string[]): Tried {
  return { committed: false, found: [...found].sort(), notScanned: [] }
}
