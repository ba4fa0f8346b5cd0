import { UsageError } from '../../errors/usage-error.ts'

/** `2024-01-31`, `2024-01-31T12:00`, `2024-01-31 12:00:00+02:00` */
const CALENDAR = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/
/** `3 days ago`, `2.weeks` */
const AGO = /^(\d{1,4})[ .]?(second|minute|hour|day|week|month|year)s?(?:[ .]ago)?$/

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 }
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 }

/**
 * A date as seconds. Git itself is not asked: it takes any words for a date ("2024-31-01", "lats week" are now), and `2024-01-01` for that day at
 * the present time of day. A date without an offset is local.
 */
export function parseSince(text: string, now: Date = new Date()): number {
  const words = text.trim().toLowerCase()
  const calendar = CALENDAR.exec(text.trim())
  const ago = AGO.exec(words)
  let date: Date | undefined
  if (calendar) date = fromCalendar(calendar)
  else if (ago) date = before(now, Number(ago[1]), ago[2]!)
  else if (words === 'yesterday') date = before(now, 1, 'day')
  else if (/^@\d{1,11}$/.test(words)) date = new Date(Number(words.slice(1)) * 1000)
  if (date === undefined || Number.isNaN(date.getTime())) {
    throw new UsageError(
      `--since: not a date: "${text}". Give 2024-01-31, 2024-01-31T12:00:00+02:00, "3 weeks ago", yesterday, or @SECONDS`,
    )
  }
  return Math.floor(date.getTime() / 1000)
}

function fromCalendar([, day, minutes = '00:00', seconds = ':00', zone = '']: RegExpExecArray): Date | undefined {
  // JavaScript takes 31 February for 2 March.
  const valid = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(valid.getTime()) || !valid.toISOString().startsWith(day!)) return undefined
  return new Date(`${day}T${minutes}${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
}

function before(now: Date, count: number, unit: string): Date {
  const seconds = SECONDS[unit]
  if (seconds !== undefined) return new Date(now.getTime() - count * seconds * 1000)
  const date = new Date(now)
  date.setMonth(date.getMonth() - count * MONTHS[unit]!)
  return date
}
