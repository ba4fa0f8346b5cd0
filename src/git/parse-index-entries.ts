import type { ObjectId } from '../types.ts'
import { decodePath } from './decode-path.ts'

/** One entry of the index. A path in conflict has several: stage 1 the common ancestor, 2 ours, 3 theirs; else stage 0. */
export interface IndexEntry {
  readonly mode: string
  readonly id: ObjectId
  readonly stage: 0 | 1 | 2 | 3
  readonly path: string
}

const NUL = 0
const TAB = 0x09

/**
 * Reads what `git ls-files --stage -z` (and `--unmerged`) prints:
 *
 *     100644 8a9bb7… 0\tsrc/a.ts\0
 */
export function parseIndexEntries(output: Uint8Array): readonly IndexEntry[] {
  const bytes = Buffer.from(output.buffer, output.byteOffset, output.byteLength)
  const entries: IndexEntry[] = []
  let start = 0
  for (let end = bytes.indexOf(NUL); end !== -1; end = bytes.indexOf(NUL, start)) {
    const tab = bytes.indexOf(TAB, start)
    const [mode = '', id = '', stage = ''] = bytes.toString('latin1', start, tab).split(' ')
    if (!/^[0-3]$/.test(stage)) throw new Error(`not an index entry: ${bytes.toString('latin1', start, end)}`)
    const path = decodePath(bytes.subarray(tab + 1, end))
    entries.push({ mode, id, stage: Number(stage) as IndexEntry['stage'], path })
    start = end + 1
  }
  return entries
}
