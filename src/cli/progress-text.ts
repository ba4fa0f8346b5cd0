import { displayWidth } from '../reporters/display-width.ts'
import { grouped } from '../reporters/grouped.ts'
import type { Progress } from '../types.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Nobody counts these one by one. */
const FEW = 5 * SECOND

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}

/** As coarse as it is uncertain, and rounded up: what ends sooner annoys nobody. */
function leftText(ms: number | undefined): string {
  if (ms === undefined) return ''
  if (ms <= FEW) return 'seconds left'
  if (ms <= MINUTE) return `about ${5 * Math.ceil(ms / (5 * SECOND))} s left`
  if (ms <= HOUR) return `about ${Math.ceil(ms / MINUTE)} min left`
  return `about ${Math.ceil(ms / HOUR)} h left`
}

function cut(text: string, width: number): string {
  const characters = Array.from(text)
  while (displayWidth(characters.join('')) > width) characters.pop()
  return characters.join('')
}

/**
 * `objects  12,345 of 57,000 (21 %)  310 MB  2 found  about 40 s left`, in at most `width` columns: where that is too long, what matters least is
 * left out.
 */
export function progressText(progress: Progress, msLeft: number | undefined, width: number): string {
  const { phase, done, total, bytes, findings } = progress
  const percent = total > 0 ? `${Math.min(100, Math.floor((100 * done) / total))} %` : ''
  const share = percent && `${grouped(done)} of ${grouped(total)} (${percent})`
  const count = done > 0 ? grouped(done) : ''
  const read = bytes > 0 ? megabytes(bytes) : ''
  const found = findings > 0 ? `${grouped(findings)} found` : ''
  const left = leftText(msLeft)
  const short = percent || count
  const forms = [
    [phase, share || count, read, found, left],
    [phase, share || count, found, left],
    [phase, short, found, left],
    [phase, short, found],
    [phase, short],
  ].map(parts => parts.filter(part => part !== '').join('  '))
  return forms.find(text => displayWidth(text) <= width) ?? cut(forms.at(-1)!, width)
}
