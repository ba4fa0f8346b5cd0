import { isLittleEndian } from '../kernel/is-little-endian.ts'
import type { StoredAutomata } from '../types.ts'

/** An automaton over classes of bytes. */
interface Automaton {
  readonly classOf: Uint8Array
  readonly width: number
  /** State × class → state. */
  readonly table: Uint16Array
}

export interface Automata {
  /** Of each place in `owners`: the state beside that anchor. */
  readonly starts: Uint16Array
  /** Of a rule that has one. */
  automatonOf(ruleNumber: number): Automaton | undefined
  /** Where it is stored, of a rule that has one. */
  placeOf(ruleNumber: number): number | undefined
}

const WORD = 4

/** What generated-ruleset.ts has written. */
export function readAutomata({ bytes, count, places }: StoredAutomata): Automata {
  // They are little endian: elsewhere patterns do it all.
  if (!isLittleEndian()) {
    return { starts: new Uint16Array(places), automatonOf: () => undefined, placeOf: () => undefined }
  }
  // A number and a place for each, and where the last one ends.
  const listWords = 2 * count + 1
  const { buffer, byteOffset: first } = aligned(bytes(0, listWords * WORD + 2 * places))
  const list = new Uint32Array(buffer, first, listWords)
  const entryOf: number[] = []
  for (let i = 0; i < count; i++) entryOf[list[2 * i]!] = 2 * i + 1
  const automata: Automaton[] = []
  return {
    starts: new Uint16Array(buffer, first + listWords * WORD, places),
    placeOf: ruleNumber => list[entryOf[ruleNumber] ?? -1],
    // Read when they are first asked for: a commit hook meets some twenty of them.
    automatonOf(ruleNumber) {
      const entry = entryOf[ruleNumber]
      if (entry === undefined) return undefined
      const end = entry + 2 < listWords ? list[entry + 2]! : list[listWords - 1]!
      automata[ruleNumber] ??= readAutomaton(aligned(bytes(list[entry]!, end)))
      return automata[ruleNumber]
    },
  }
}

/** On a multiple of four, whatever part of a file it is; what is read by itself begins there. */
function aligned(stored: Uint8Array): Uint8Array {
  return stored.byteOffset % WORD === 0 ? stored : Uint8Array.from(stored)
}

function readAutomaton({ buffer, byteOffset }: Uint8Array): Automaton {
  const sizes = new Uint16Array(buffer, byteOffset, 2)
  const width = sizes[0]!
  return {
    width,
    classOf: new Uint8Array(buffer, byteOffset + 4, 256),
    table: new Uint16Array(buffer, byteOffset + 260, width * sizes[1]!),
  }
}
