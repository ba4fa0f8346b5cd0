import type { Decoded } from '../detect/decode/decoded.ts'
import type { Match } from '../types.ts'
import type { Hidden, JudgedMatch } from './see-through.ts'

/** What was found in a file of an archive, seen from the archive: it keeps its own lines, and gets a longer path. */
export function liftFromFile({ encoding, inside }: Decoded, found: Hidden): Hidden {
  const lift = (match: Match): Match => {
    const path = [inside, match.inside].filter(part => part !== undefined).join('!')
    return { ...match, encoding: [encoding, ...(match.encoding ?? [])], ...(path !== '' && { inside: path }) }
  }
  return {
    ...found,
    judged: found.judged.map((one: JudgedMatch) => ({ ...one, match: lift(one.match) })),
    // On no line of the archive; the secret itself may still show anywhere.
    values: found.values.map(match => ({ ...lift(match), start: 0, end: 0, line: '', lineStart: 0 })),
  }
}
