import type { PreparedRules } from '../types.ts'
import { readSequels } from './read-sequels.ts'

const WORD = 4
const OWNER_WORDS = 6
const SET_BYTES = 256

/**
 * What `sequelTest` and `runTest` know, as the kernel reads it (kernel/assembly/life.ts): four of five anchors in a history of code are ended there, before
 * anything is told of them.
 */
export function lifeImage(rules: PreparedRules): Uint8Array {
  const { starts, owners, places, before, after, runOf, runLengths, runs } = rules
  const sequels = readSequels(rules.sequels(), rules.sequelPlaces)
  const ownersAt = (1 + starts.length) * WORD
  const setsAt = ownersAt + owners.length * OWNER_WORDS * WORD
  const sequelsAt = setsAt + runs.length * SET_BYTES
  const image = new Uint8Array(sequelsAt + sequels.stored.length)
  const words = new Uint32Array(image.buffer, 0, setsAt / WORD)
  words[0] = ownersAt
  words.set(starts, 1)
  for (const [place, rule] of owners.entries()) {
    const automaton = sequels.automatonOf(rule)
    const length = runLengths[rule]!
    words.set(
      [
        before[rule]!,
        after[rule]!,
        automaton ? sequelsAt + automaton.at : 0,
        automaton ? sequels.starts[places ? places[place]! : place]! : 0,
        length === 0 ? 0 : setsAt + runOf[rule]! * SET_BYTES,
        length,
      ],
      ownersAt / WORD + place * OWNER_WORDS,
    )
  }
  for (const [number, characters] of runs.entries()) {
    for (const character of characters) image[setsAt + number * SET_BYTES + character.charCodeAt(0)] = 1
  }
  image.set(sequels.stored, sequelsAt)
  return image
}
