import type { ByteAutomaton } from './byte-automaton.ts'

const NEVER = 0
const PERHAPS = 1

/**
 * The smallest automaton that says no where this one does: states from which the same texts lead to no are one (Moore), and so are classes of bytes that no
 * state tells apart any more. What can no longer come to a no says perhaps at once.
 */
export function minimalAutomaton({ classOf, width, table, starts }: ByteAutomaton): ByteAutomaton {
  const states = table.length / width
  let block = new Uint16Array(states).fill(PERHAPS)
  block[NEVER] = NEVER
  for (let blocks = 2; ; ) {
    const { numbers, of } = refined(block, table, width)
    if (numbers === blocks) break
    blocks = numbers
    block = of
  }
  // One state of each block, in the order of blocks.
  const members: number[] = []
  for (const [state, number] of block.entries()) members[number] ??= state
  const columns = new Map<string, number>()
  const kept: number[] = []
  const merged = Array.from({ length: width }, (_, column) => {
    const key = members.map(state => block[table[state * width + column]!]).join()
    const known = columns.get(key)
    if (known !== undefined) return known
    columns.set(key, kept.length)
    return kept.push(column) - 1
  })
  return {
    classOf: classOf.map(one => merged[one]!),
    width: kept.length,
    table: Uint16Array.from(members.flatMap(state => kept.map(column => block[table[state * width + column]!]!))),
    starts: starts.map(state => block[state]!),
  }
}

/** States that some class of bytes leads into different blocks are in different ones from now on; how many there are. */
function refined(
  block: Uint16Array,
  table: Uint16Array,
  width: number,
): { readonly numbers: number; readonly of: Uint16Array<ArrayBuffer> } {
  const numbers = new Map<string, number>()
  const row = new Uint16Array(width + 1)
  const bytes = Buffer.from(row.buffer)
  const of = new Uint16Array(block.length)
  for (let state = 0; state < block.length; state++) {
    row[0] = block[state]!
    for (let column = 0; column < width; column++) row[column + 1] = block[table[state * width + column]!]!
    const key = bytes.toString('latin1')
    const known = numbers.get(key)
    // State 0 comes first, and state 1 is the first of those that may go on: both keep their number.
    if (known === undefined) numbers.set(key, numbers.size)
    of[state] = known ?? numbers.size - 1
  }
  return { numbers: numbers.size, of }
}
