import { printable } from '../findings/printable.ts'
import type { Place } from '../types.ts'
import { shortCommit } from './short-commit.ts'

/** `src/config.ts:12:18`, `a.jar!x/app.properties:3:5`, `commit message of 1a2b3c4d5e, line 1`, `blob 1a2b3c4d5e (no path):3:1`. */
export function location(place: Place): string {
  const { path, inside, line, column, blob, commit } = place
  if (place.in === 'standard input') return `${printable(path ?? 'standard input')}:${line}:${column}`
  if (place.in !== undefined) {
    const of = path !== undefined ? ` ${printable(path)}` : commit === undefined ? '' : ` of ${shortCommit(commit)}`
    return `${place.in}${of}${place.in.endsWith('message') || place.in === 'note' ? `, line ${line}` : ''}`
  }
  const where = path ?? (blob === undefined ? 'unknown' : `blob ${shortCommit(blob)} (no path)`)
  return `${printable(inside === undefined ? where : `${where}!${inside}`)}:${line}:${column}`
}
