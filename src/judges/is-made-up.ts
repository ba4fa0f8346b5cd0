import { isRandom } from './is-random.ts'

/** What is made up for a test or a text is shorter than what a machine makes, or can be read. */
const SHORTEST_MADE = 12

/** `walnut84`: may somebody have thought of it while writing a test or a text? */
export function isMadeUp(secret: string): boolean {
  return secret.length < SHORTEST_MADE || !isRandom(secret)
}
