import { isLittleEndian } from '../kernel/is-little-endian.ts'

/** An automaton over classes of bytes. */
interface Automaton {
  readonly classOf: Uint8Array
  readonly width: number
  /** State × class → state. */
  readonly table: Uint16Array
  /** Where it is stored. */
  readonly at: number
}

export interface Automata {
  /** Of each place in `owners`: the state beside that anchor. */
  readonly starts: Uint16Array
  /** Of a rule that has one. */
  automatonOf(ruleNumber: number): Automaton | undefined
  /** All of it as stored, on a multiple of four. */
  readonly stored: Uint8Array
}

const HEAD_BYTES = 4

/** What generated-ruleset.ts has written. */
export function readAutomata(stored: Uint8Array, ownerCount: number): Automata {
  // They are little endian: elsewhere patterns do it all.
  if (!isLittleEndian()) {
    return { starts: new Uint16Array(ownerCount), automatonOf: () => undefined, stored: new Uint8Array() }
  }
  // On a multiple of four, whatever part of a file it is; a file read by itself begins there.
  const aligned = stored.byteOffset % 4 === 0 ? stored : new Uint8Array(stored)
  const { buffer, byteOffset: first } = aligned
  const count = new Uint32Array(buffer, first, 1)[0]!
  const places = new Uint32Array(buffer, first + HEAD_BYTES, 2 * count)
  const placeOf: number[] = []
  for (let i = 0; i < count; i++) placeOf[places[2 * i]!] = places[2 * i + 1]!
  const automata: Automaton[] = []
  return {
    starts: new Uint16Array(buffer, first + HEAD_BYTES + 8 * count, ownerCount),
    stored: aligned,
    // Made when they are first asked for: a commit hook meets some twenty of them.
    automatonOf(ruleNumber) {
      const at = placeOf[ruleNumber]
      if (at === undefined) return undefined
      automata[ruleNumber] ??= automatonAt(buffer, first, at)
      return automata[ruleNumber]
    },
  }
}

function automatonAt(buffer: ArrayBufferLike, first: number, at: number): Automaton {
  const sizes = new Uint16Array(buffer, first + at, 2)
  const width = sizes[0]!
  return {
    width,
    classOf: new Uint8Array(buffer, first + at + 4, 256),
    table: new Uint16Array(buffer, first + at + 260, width * sizes[1]!),
    at,
  }
}
