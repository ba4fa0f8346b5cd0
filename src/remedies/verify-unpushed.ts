import type { Remedy } from '../types.ts'
import type { RemedyInput } from './remedy-input.ts'

/** Double quotes: sh, PowerShell and cmd all take them, and PowerShell would read a bare `@{` as its own. */
const UNPUSHED_RANGE = '"@{upstream}..HEAD"'

/** Proves that what will be pushed is clean. */
export function verifyUnpushed({ hasUpstream }: RemedyInput): Remedy {
  return {
    kind: 'verify',
    text: 'See that what you are going to push is clean. (The old commits stay in your local reflog, which is never pushed.)',
    commands: [hasUpstream ? `keyscan --range ${UNPUSHED_RANGE}` : 'keyscan --history --reachable-only'],
  }
}
