import type { Remedy } from '../types.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { shellQuote } from './shell-quote.ts'
import { sitesOf } from './sites-of.ts'

/** What takes a `.env` along is mended by the step that says how; it belongs where it is. */
export function shipmentSteps(input: RemedyInput): readonly Remedy[] {
  const paths = sitesOf(input).currentPaths
  if (input.state === 'file')
    return [{ kind: 'verify', text: 'Look again:', commands: [`keyscan ${paths.map(shellQuote).join(' ')}`] }]
  const left = (input.shipments ?? []).flatMap(({ by, ignoreFile }) =>
    by === 'context' || by === 'package' ? [ignoreFile] : [],
  )
  const adds = [...new Set([...paths, ...left])].map(path => `git add -- ${pathspec(path, input.inSubfolder === true)}`)
  return [
    { kind: 'verify', text: 'Stage what you have mended, and look again:', commands: [...adds, 'keyscan --staged'] },
  ]
}
