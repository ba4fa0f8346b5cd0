import type { ScanInfo } from '../types.ts'
import { byteSize } from './byte-size.ts'
import { counted } from './counted.ts'
import { duration } from './duration.ts'

const THINGS: Readonly<Record<ScanInfo['mode'], string>> = {
  staged: 'staged file',
  paths: 'file',
  stdin: 'text',
  history: 'object',
  range: 'object',
}

/** `in 3 staged files (12 kB), 48 ms`: what was looked into. */
export function scope({ mode, counts, elapsedMs }: ScanInfo): string {
  const things = mode === 'stdin' ? 'standard input' : counted(counts.blobs, THINGS[mode])
  const commits = counts.commits > 0 ? ` of ${counted(counts.commits, 'commit')}` : ''
  return `in ${things}${commits} (${byteSize(counts.bytes)}), ${duration(elapsedMs)}`
}
