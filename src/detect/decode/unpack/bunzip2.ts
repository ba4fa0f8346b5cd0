import { Bits } from './bits.ts'
import { damaged } from './damaged.ts'
import { Huffman } from './huffman.ts'
import { Output } from './output.ts'

/** π and √π, by which blocks and the end of a stream begin. */
const BLOCK = [0x314159, 0x265359] as const
const END = [0x177245, 0x385090] as const
const BLOCK_UNIT = 100_000
const GROUP_SYMBOLS = 50
const [LEAST_TABLES, MOST_TABLES] = [2, 6]
const LONGEST_CODE = 20
/** So many equal bytes are followed by a number of more of them. */
const RUN = 4

/**
 * What a bzip2 file holds: one stream or several. Throws for what is damaged, with the code of `zlib` for what is longer than `most`. Sums are not held
 * against the bytes: what was damaged so well that it still unpacks is worth looking at.
 * https://en.wikipedia.org/wiki/Bzip2#File_format
 */
export function bunzip2(bytes: Uint8Array, most: number): Uint8Array {
  const bits = new Bits(bytes)
  const output = new Output(most)
  do {
    const level = header(bits)
    while (isBlock(bits)) readBlock(bits, level * BLOCK_UNIT, output)
    bits.take(16)
    bits.take(16)
    bits.align()
  } while (startsStream(bytes, bytes.length - bits.left))
  return output.all()
}

function startsStream(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x42 && bytes[at + 1] === 0x5a && bytes[at + 2] === 0x68
}

function header(bits: Bits): number {
  const [b, z, h, level] = [bits.take(8), bits.take(8), bits.take(8), bits.take(8) - 0x30]
  if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 1 || level > 9) throw damaged('no bzip2')
  return level
}

function isBlock(bits: Bits): boolean {
  const magic = [bits.take(24), bits.take(24)]
  if (magic[0] === BLOCK[0] && magic[1] === BLOCK[1]) return true
  if (magic[0] === END[0] && magic[1] === END[1]) return false
  throw damaged('neither a block nor the end')
}

function readBlock(bits: Bits, size: number, output: Output): void {
  bits.take(16)
  bits.take(16)
  if (bits.one() === 1) throw damaged('a block of a version before 1.0')
  const origin = bits.take(24)
  const alphabet = usedBytes(bits)
  const { tables, selectors } = readTables(bits, alphabet.length + 2)
  const { ranks, count, counts } = readRanks(bits, size, alphabet, tables, selectors)
  if (origin >= count && count > 0) throw damaged('a block that begins nowhere')
  untwist(ranks, count, counts, origin, output)
}

function usedBytes(bits: Bits): Uint8Array {
  const groups = bits.take(16)
  const used: number[] = []
  for (let group = 0; group < 16; group++) {
    if ((groups & (0x8000 >> group)) === 0) continue
    const some = bits.take(16)
    for (let i = 0; i < 16; i++) if ((some & (0x8000 >> i)) !== 0) used.push(group * 16 + i)
  }
  if (used.length === 0) throw damaged('a block of no bytes')
  return Uint8Array.from(used)
}

function readTables(
  bits: Bits,
  symbols: number,
): { readonly tables: readonly Huffman[]; readonly selectors: Uint8Array } {
  const count = bits.take(3)
  if (count < LEAST_TABLES || count > MOST_TABLES) throw damaged('a wrong number of tables')
  const order = Array.from({ length: count }, (_, i) => i)
  const selectors = new Uint8Array(bits.take(15))
  for (let i = 0; i < selectors.length; i++) {
    let place = 0
    while (bits.one() === 1) if (++place >= count) throw damaged('a table that is not there')
    const [table] = order.splice(place, 1)
    order.unshift(table!)
    selectors[i] = table!
  }
  const tables = Array.from({ length: count }, () => {
    let length = bits.take(5)
    const lengths = Uint8Array.from({ length: symbols }, () => {
      while (bits.one() === 1) length += bits.one() === 1 ? -1 : 1
      if (length < 1 || length > LONGEST_CODE) throw damaged('a code of a wrong length')
      return length
    })
    return new Huffman(lengths)
  })
  return { tables, selectors }
}

interface Ranks {
  readonly ranks: Uint32Array
  readonly count: number
  readonly counts: Uint32Array
}

/** Bytes of the block, moved to front and runs of the front one written as numbers, in the order of what follows them. */
function readRanks(
  bits: Bits,
  size: number,
  alphabet: Uint8Array,
  tables: readonly Huffman[],
  selectors: Uint8Array,
): Ranks {
  const ranks = new Uint32Array(size)
  const counts = new Uint32Array(256)
  const front = alphabet.slice()
  const end = alphabet.length + 1
  let count = 0
  let run = 0
  let unit = 1
  const flush = (): void => {
    if (run > size - count) throw damaged('a block that is too long')
    ranks.fill(front[0]!, count, count + run)
    counts[front[0]!]! += run
    count += run
    run = 0
    unit = 1
  }
  for (let group = 0; group < selectors.length; group++) {
    const table = tables[selectors[group]!]!
    for (let i = 0; i < GROUP_SYMBOLS; i++) {
      const symbol = table.read(bits)
      if (symbol <= 1) {
        run += unit << symbol
        unit *= 2
        if (run > size) throw damaged('a block that is too long')
        continue
      }
      flush()
      if (symbol === end) return { ranks, count, counts }
      const byte = front[symbol - 1]!
      front.copyWithin(1, 0, symbol - 1)
      front[0] = byte
      if (count === size) throw damaged('a block that is too long')
      ranks[count++] = byte
      counts[byte]!++
    }
  }
  throw damaged('a block without end')
}

/** Undoes the sorting (Burrows and Wheeler), then the runs. */
function untwist(ranks: Uint32Array, count: number, counts: Uint32Array, origin: number, output: Output): void {
  let sum = 0
  for (let byte = 0; byte < 256; byte++) {
    const here = counts[byte]!
    counts[byte] = sum
    sum += here
  }
  // The byte in the low eight bits, where the next one stands above.
  for (let i = 0; i < count; i++) ranks[counts[ranks[i]! & 0xff]!++]! |= i << 8
  let at = count === 0 ? 0 : ranks[origin]! >>> 8
  let last = -1
  let run = 0
  for (let i = 0; i < count; i++) {
    const byte = ranks[at]! & 0xff
    at = ranks[at]! >>> 8
    if (run === RUN) {
      output.room(byte)
      output.bytes.fill(last, output.length, output.length + byte)
      output.length += byte
      run = 0
      last = -1
      continue
    }
    run = byte === last ? run + 1 : 1
    last = byte
    output.room(1)
    output.bytes[output.length++] = byte
  }
}
