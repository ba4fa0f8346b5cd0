import type { Remedy } from '../types.ts'
import { localFileSteps } from './local-file-steps.ts'
import type { RemedyInput } from './remedy-input.ts'
import { replaceSteps } from './replace-steps.ts'
import { shellQuote } from './shell-quote.ts'
import { sitesOf } from './sites-of.ts'

/** In a file on disk: git may know it or not. */
export function fileSteps(input: RemedyInput): readonly Remedy[] {
  const { currentPaths } = sitesOf(input)
  const operands = currentPaths.map(shellQuote).join(' ')
  const dashed = currentPaths.some(path => path.startsWith('-')) ? '-- ' : ''
  return [
    ...localFileSteps(input, false),
    ...replaceSteps(input),
    ...(operands ? [{ kind: 'verify' as const, text: 'Look again:', commands: [`keyscan ${dashed}${operands}`] }] : []),
  ]
}
