import { isDotenvPath } from '../detect/dotenv/is-dotenv-path.ts'
import { isShell } from '../detect/dotenv/is-shell.ts'
import { parseDotenv } from '../detect/dotenv/parse-dotenv.ts'
import { isDistinct } from '../detect/known-values/is-distinct.ts'
import type { KnownValue } from '../detect/known-values/known-value.ts'
import { latin1 } from '../detect/latin1.ts'
import { CONFIDENCES } from '../types.ts'
import type { Sighting } from './examine.ts'

/** Of what is a guess in its own file, a copy would be no better. */
const LEAST = CONFIDENCES.indexOf('medium')

/** Of a `.env` that is in the repository: the values that are findings there, whichever rule they were found by, with their keys. */
export function valuesOfTracked(
  path: string | undefined,
  bytes: Uint8Array,
  sightings: readonly Sighting[],
): readonly KnownValue[] {
  const sure = sightings.filter(
    ({ match: { encoding }, judgement }) => !encoding && CONFIDENCES.indexOf(judgement.confidence) >= LEAST,
  )
  if (path === undefined || sure.length === 0 || isDotenvPath(path) !== 'dotenv') return []
  const entries = parseDotenv(latin1(bytes, 0, bytes.length), isShell(path))
  return sure.flatMap(({ match: { start, end } }) => {
    const entry = entries.find(({ valueStart, valueEnd }) => valueStart <= start && end <= valueEnd)
    const value = latin1(bytes, start, end)
    return entry && isDistinct(value) ? [{ value, file: path, key: entry.key, ignored: false }] : []
  })
}
