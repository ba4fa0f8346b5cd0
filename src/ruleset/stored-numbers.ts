import { isLittleEndian } from '../kernel/is-little-endian.ts'
import type { Numbers, PreparedRules } from '../types.ts'

/** What a start knows of rules and anchors by their numbers. As JSON it would take a millisecond to parse. */
export interface StoredNumbers
  extends Pick<
    PreparedRules,
    'before' | 'after' | 'lead' | 'runOf' | 'runLengths' | 'lengths' | 'starts' | 'owners'
  > {
  /** Where in `ruleTexts` each rule begins, and where the last one ends. */
  readonly offsets: Numbers
}

export interface Counts {
  readonly rules: number
  readonly anchors: number
  readonly owners: number
}

/** How many there are of each, in the order that they are stored in: `offsets` in four bytes, the others in two, little endian. */
function layout({ rules, anchors, owners }: Counts) {
  return {
    before: rules,
    after: rules,
    lead: rules,
    runOf: rules,
    runLengths: rules,
    lengths: anchors,
    starts: anchors + 1,
    owners,
  } as const
}

const MOST = 0xffff

export function storeNumbers({ offsets, ...numbers }: StoredNumbers): Uint8Array {
  const counts = { rules: numbers.before.length, anchors: numbers.lengths.length, owners: numbers.owners.length }
  const words = Object.keys(layout(counts)).flatMap(name => [...numbers[name as keyof typeof numbers]])
  if (Math.max(...words) > MOST) throw new RangeError('a number of a rule, or how far it looks, does not fit into two bytes')
  const stored = Buffer.alloc(offsets.length * 4 + words.length * 2)
  for (const [i, offset] of [...offsets].entries()) stored.writeUInt32LE(offset, i * 4)
  for (const [i, word] of words.entries()) stored.writeUInt16LE(word, offsets.length * 4 + i * 2)
  return stored
}

/** `stored` begins on a multiple of four. */
export function readNumbers(stored: Buffer, counts: Counts): StoredNumbers {
  const { buffer, byteOffset: first } = stored
  const offsetsEnd = (counts.rules + 1) * 4
  if (!isLittleEndian()) {
    stored.subarray(0, offsetsEnd).swap32()
    stored.subarray(offsetsEnd).swap16()
  }
  let at = first + offsetsEnd
  const next = (count: number): Uint16Array => {
    const numbers = new Uint16Array(buffer, at, count)
    at += numbers.byteLength
    return numbers
  }
  const { before, after, lead, runOf, runLengths, lengths, starts, owners } = layout(counts)
  return {
    offsets: new Uint32Array(buffer, first, counts.rules + 1),
    before: next(before),
    after: next(after),
    lead: next(lead),
    runOf: next(runOf),
    runLengths: next(runLengths),
    lengths: next(lengths),
    starts: next(starts),
    owners: next(owners),
  }
}
