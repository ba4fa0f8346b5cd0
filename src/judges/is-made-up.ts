import { isRandom } from './is-random.ts'

/** What is made up for a test or a text is shorter than what a machine makes, or can be read. */
const SHORTEST_MADE = 12

/** Signs, as addresses write them: there are more letters and digits in that than in the sign. */
const ENCODED = /%[0-9A-F]{2}/gi

/** `walnut84`: may somebody have thought of it while writing a test or a text? */
export function isMadeUp(secret: string): boolean {
  const plain = secret.replace(ENCODED, '')
  return plain.length < SHORTEST_MADE || !isRandom(plain)
}
