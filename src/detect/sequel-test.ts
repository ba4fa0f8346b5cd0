import type { PreparedRules } from '../types.ts'

/** May this rule, by its place in `owners`, match where one of its anchors ends at `from`? `end`: as far as its matches reach. */
export type SequelTest = (place: number, bytes: Uint8Array, from: number, end: number) => boolean

interface Automaton {
  readonly classOf: Uint8Array
  readonly width: number
  readonly table: Uint16Array
}

const NEVER = 0
const PERHAPS = 1
const HEAD_BYTES = 4

/**
 * No, where what stands behind the anchor is nothing that a match could go on with, which ruleset/sequel.ts has found out: a look at some ten bytes instead
 * of a pattern that is run over hundreds. In nearly all of a text that is full of names such as `password` that is so.
 */
export function sequelTest({ sequels, owners }: Pick<PreparedRules, 'sequels' | 'owners'>): SequelTest {
  let read: { readonly starts: Uint16Array; readonly automata: readonly (Automaton | undefined)[] } | undefined
  return (place, bytes, from, end) => {
    read ??= readSequels(sequels(), owners.length)
    const automaton = read.automata[owners[place]!]
    if (automaton === undefined) return true
    const { classOf, width, table } = automaton
    let state = read.starts[place]!
    for (let at = from; at < end && state > PERHAPS; at++) state = table[state * width + classOf[bytes[at]!]!]!
    return state !== NEVER
  }
}

function readSequels(stored: Uint8Array, ownerCount: number) {
  // They are little endian: elsewhere patterns do it all.
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) return { starts: new Uint16Array(ownerCount), automata: [] }
  // On a multiple of four, whatever part of a file it is.
  const { buffer } = Uint8Array.from(stored)
  const head = new DataView(buffer)
  const count = head.getUint32(0, true)
  const automata: (Automaton | undefined)[] = []
  for (let i = 0; i < count; i++) {
    const at = head.getUint32(HEAD_BYTES + 8 * i + 4, true)
    const width = head.getUint16(at, true)
    const states = head.getUint16(at + 2, true)
    automata[head.getUint32(HEAD_BYTES + 8 * i, true)] = {
      width,
      classOf: new Uint8Array(buffer, at + 4, 256),
      table: new Uint16Array(buffer, at + 260, width * states),
    }
  }
  return { starts: new Uint16Array(buffer, HEAD_BYTES + 8 * count, ownerCount), automata }
}
