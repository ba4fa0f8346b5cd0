import type { Numbers, PreparedRules } from '../types.ts'

/** What a start knows of rules and anchors by their numbers. As JSON it would take a millisecond to parse. */
export interface StoredNumbers
  extends Pick<
    PreparedRules,
    'before' | 'after' | 'lead' | 'around' | 'runOf' | 'runLengths' | 'lengths' | 'starts' | 'owners'
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
    around: rules,
    runOf: rules,
    runLengths: rules,
    lengths: anchors,
    starts: anchors + 1,
    owners,
  } as const
}

const MOST = 0xffff
/** Stands first: machines that read it otherwise have to turn all that follows. */
const BYTE_ORDER = 1
const OFFSETS_AT = 4

export function storeNumbers({ offsets, ...numbers }: StoredNumbers): Uint8Array {
  const counts = { rules: numbers.before.length, anchors: numbers.lengths.length, owners: numbers.owners.length }
  const words = Object.keys(layout(counts)).flatMap(name => [...numbers[name as keyof typeof numbers]])
  if (Math.max(...words) > MOST)
    throw new RangeError('a number of a rule, or how far it looks, does not fit into two bytes')
  const wordsAt = OFFSETS_AT + offsets.length * 4
  const stored = Buffer.alloc(wordsAt + words.length * 2)
  stored.writeUInt32LE(BYTE_ORDER)
  for (const [i, offset] of [...offsets].entries()) stored.writeUInt32LE(offset, OFFSETS_AT + i * 4)
  for (const [i, word] of words.entries()) stored.writeUInt16LE(word, wordsAt + i * 2)
  return stored
}

/** What is stored begins on a multiple of four. */
export function readNumbers({ buffer, byteOffset: first, byteLength }: Uint8Array, counts: Counts): StoredNumbers {
  const wordsAt = OFFSETS_AT + (counts.rules + 1) * 4
  if (new Uint32Array(buffer, first, 1)[0] !== BYTE_ORDER) {
    Buffer.from(buffer, first, wordsAt).swap32()
    Buffer.from(buffer, first + wordsAt, byteLength - wordsAt).swap16()
  }
  let at = first + wordsAt
  const next = (count: number): Uint16Array => {
    const numbers = new Uint16Array(buffer, at, count)
    at += numbers.byteLength
    return numbers
  }
  const { before, after, lead, around, runOf, runLengths, lengths, starts, owners } = layout(counts)
  return {
    offsets: new Uint32Array(buffer, first + OFFSETS_AT, counts.rules + 1),
    before: next(before),
    after: next(after),
    lead: next(lead),
    around: next(around),
    runOf: next(runOf),
    runLengths: next(runLengths),
    lengths: next(lengths),
    starts: next(starts),
    owners: next(owners),
  }
}
