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
    // A key may hold slashes, or stand between two of a path, which a rule takes for more of the key.
    const hidden =
      known.get(name) ??
      hide(name, detector)
        .split('/')
        .map(part => hide(part, detector))
        .join('/')
    known.set(name, hidden)
    return hidden
  }
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
