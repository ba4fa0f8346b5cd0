import type { PreparedRules } from '../types.ts'
import { readSequels, type Sequels } from './read-sequels.ts'

/** May this rule, by its place in `owners`, match where one of its anchors ends at `from`? `end`: as far as its matches reach. */
export type SequelTest = (place: number, bytes: Uint8Array, from: number, end: number) => boolean

const NEVER = 0
const PERHAPS = 1

/**
 * No, where what stands behind the anchor is nothing that a match could go on with, which ruleset/sequel.ts has found out: a look at some ten bytes instead
 * of a pattern that is run over hundreds. In nearly all of a text that is full of names such as `password` that is so.
 */
export function sequelTest({
  sequels,
  owners,
  places,
  sequelPlaces,
}: Pick<PreparedRules, 'sequels' | 'owners' | 'places' | 'sequelPlaces'>): SequelTest {
  let read: Sequels | undefined
  return (place, bytes, from, end) => {
    read ??= readSequels(sequels(), sequelPlaces)
    const automaton = read.automatonOf(owners[place]!)
    if (automaton === undefined) return true
    const { classOf, width, table } = automaton
    let state = read.starts[places ? places[place]! : place]!
    for (let at = from; at < end && state > PERHAPS; at++) state = table[state * width + classOf[bytes[at]!]!]!
    return state !== NEVER
  }
}
