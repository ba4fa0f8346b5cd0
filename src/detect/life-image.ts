import type { PreparedRules } from '../types.ts'
import { readAutomata } from './read-automata.ts'

const WORD = 4
const OWNER_WORDS = 8
const SET_BYTES = 256

/**
 * What `besideTest` and `runTest` know, as the kernel reads it (kernel/assembly/life.ts): four of five anchors in a history of code are ended there, before
 * anything is told of them.
 */
export function lifeImage(rules: PreparedRules): Uint8Array {
  const { starts, owners, places, before, after, runOf, runLengths, runs } = rules
  const sequels = readAutomata(rules.sequels)
  const preludes = readAutomata(rules.preludes)
  const ownersAt = (1 + starts.length) * WORD
  const setsAt = ownersAt + owners.length * OWNER_WORDS * WORD
  const sequelsAt = setsAt + runs.length * SET_BYTES
  const allSequels = rules.sequels.bytes()
  const allPreludes = rules.preludes.bytes()
  const preludesAt = sequelsAt + allSequels.length
  const image = new Uint8Array(preludesAt + allPreludes.length)
  const words = new Uint32Array(image.buffer, 0, setsAt / WORD)
  words[0] = ownersAt
  words.set(starts, 1)
  for (const [place, rule] of [...owners].entries()) {
    const sequel = sequels.placeOf(rule)
    const prelude = preludes.placeOf(rule)
    // -1, nowhere, is of a rule that has none of them.
    const made = places ? places[place]! : place
    const length = runLengths[rule]!
    words.set(
      [
        before[rule]!,
        after[rule]!,
        sequel ? sequelsAt + sequel : 0,
        sequel ? sequels.starts[made]! : 0,
        length === 0 ? 0 : setsAt + runOf[rule]! * SET_BYTES,
        length,
        prelude ? preludesAt + prelude : 0,
        prelude ? preludes.starts[made]! : 0,
      ],
      ownersAt / WORD + place * OWNER_WORDS,
    )
  }
  for (const [number, characters] of runs.entries()) {
    for (const character of characters) image[setsAt + number * SET_BYTES + character.charCodeAt(0)] = 1
  }
  image.set(allSequels, sequelsAt)
  image.set(allPreludes, preludesAt)
  return image
}
