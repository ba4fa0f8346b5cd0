import type { PreparedRules } from '../types.ts'
import { type Automata, readAutomata } from './read-automata.ts'

/** May this rule, by its place in `owners`, match where one of its anchors stands? */
export interface BesideTest {
  /** By what stands behind the anchor's end at `from`. `end`: as far as its matches reach. */
  mayFollow(place: number, bytes: Uint8Array, from: number, end: number): boolean
  /** By what stands before the anchor's beginning at `from`. `start`: as far as its matches, and what they look at before them, reach. */
  mayPrecede(place: number, bytes: Uint8Array, from: number, start: number): boolean
}

const NEVER = 0
const PERHAPS = 1

/** Of rules about which nothing is prepared: any text may stand anywhere. */
export const ANYTHING_BESIDE: BesideTest = { mayFollow: () => true, mayPrecede: () => true }

/**
 * No, where what stands beside the anchor is nothing that a match could go on with, which ruleset/beside-anchors.ts has found out: a look at some ten bytes
 * instead of a pattern that is run over hundreds. In nearly all of a text that is full of names such as `password` that is so.
 */
export function besideTest({
  sequels,
  preludes,
  owners,
  places,
}: Pick<PreparedRules, 'sequels' | 'preludes' | 'owners' | 'places'>): BesideTest {
  let behind: Automata | undefined
  let before: Automata | undefined
  const startOf = ({ starts }: Automata, place: number): number => starts[places ? places[place]! : place]!
  return {
    mayFollow(place, bytes, from, end) {
      behind ??= readAutomata(sequels)
      const automaton = behind.automatonOf(owners[place]!)
      if (automaton === undefined) return true
      const { classOf, width, table } = automaton
      let state = startOf(behind, place)
      for (let at = from; at < end && state > PERHAPS; at++) state = table[state * width + classOf[bytes[at]!]!]!
      return state !== NEVER
    },
    mayPrecede(place, bytes, from, start) {
      before ??= readAutomata(preludes)
      const automaton = before.automatonOf(owners[place]!)
      if (automaton === undefined) return true
      const { classOf, width, table } = automaton
      let state = startOf(before, place)
      for (let at = from - 1; at >= start && state > PERHAPS; at--) state = table[state * width + classOf[bytes[at]!]!]!
      return state !== NEVER
    },
  }
}
