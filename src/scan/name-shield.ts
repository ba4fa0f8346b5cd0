import type { Detector } from '../detect/create-detector.ts'
import { keepMostSpecific } from '../detect/keep-most-specific.ts'
import { judge } from '../judges/judge.ts'

/**
 * Puts the redacted form in place of each key that stands in a name: of a file, an author, a ref. What is only guessed from the words around it
 * is left alone, since nobody could find the file.
 */
export function nameShield(detector: Detector): (name: string) => string {
  // Thousands of places share a few authors and refs.
  const known = new Map<string, string>()
  return name => {
    const hidden = known.get(name) ?? hideParts(hide(name, detector).split('/'), detector).join('/')
    known.set(name, hidden)
    return hidden
  }
}

/** Of those that are written in base64 one in two has a slash; four in one are no accident any more. */
const MOST_PARTS = 4
/** No key is shorter that says by itself what it is. */
const SHORTEST_KEY = 16

/** A key may hold slashes, and stand between two of a path, which a rule takes for more of the key: so parts of the path are looked at by themselves. */
function hideParts(parts: readonly string[], detector: Detector): readonly string[] {
  for (let count = Math.min(MOST_PARTS, parts.length); count > 0; count--) {
    for (let from = 0; from + count <= parts.length; from++) {
      const some = parts.slice(from, from + count).join('/')
      // Folders of a project have no digits beside capitals: not each few of them are looked at.
      if (some.length < SHORTEST_KEY || (count > 1 && !(/[A-Z]/.test(some) && /[0-9]/.test(some)))) continue
      const hidden = hide(some, detector)
      if (hidden === some) continue
      return [...hideParts(parts.slice(0, from), detector), hidden, ...hideParts(parts.slice(from + count), detector)]
    }
  }
  return parts
}

function hide(name: string, detector: Detector): string {
  const bytes = Buffer.from(name)
  const keys = detector
    .detect({ bytes })
    .filter(match => !match.rule.generic && !judge({ match, path: undefined }).dropped)
  const pieces: Uint8Array[] = []
  let from = 0
  for (const { start, end, secret } of keepMostSpecific(keys)) {
    pieces.push(bytes.subarray(from, start), Buffer.from(secret.redacted))
    from = end
  }
  return pieces.length === 0 ? name : Buffer.concat([...pieces, bytes.subarray(from)]).toString()
}
