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

export interface Sequels {
  /** Of each place in `owners`: the state behind that anchor. */
  readonly starts: Uint16Array
  /** Of each rule that has one. */
  readonly automata: readonly (Automaton | undefined)[]
  /** All of it as stored, on a multiple of four. */
  readonly stored: Uint8Array
}

const HEAD_BYTES = 4

/** What generated-ruleset.ts has written. */
export function readSequels(stored: Uint8Array, ownerCount: number): Sequels {
  // They are little endian: elsewhere patterns do it all.
  if (!isLittleEndian()) return { starts: new Uint16Array(ownerCount), automata: [], stored: new Uint8Array() }
  // On a multiple of four, whatever part of a file it is.
  const copy = Uint8Array.from(stored)
  const { buffer } = copy
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
      at,
    }
  }
  return { starts: new Uint16Array(buffer, HEAD_BYTES + 8 * count, ownerCount), automata, stored: copy }
}
