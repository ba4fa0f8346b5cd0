/** Puts the entries of packs in order, and links each to what is made from it. JavaScript would be at it for a tenth of a second before V8 has made it fast. */

const DIGIT_BITS: u32 = 11
const DIGITS: u32 = 1 << DIGIT_BITS
const MAX_WEIGHT: u64 = 0xffffffff
const NONE: i32 = -1

/** How many roots `linkForest` has found. */
export let rootCount: u32 = 0

/** Two lists each of 8 and 4 bytes an entry, and what a sort counts in. */
export function orderBytes(count: u32): usize {
  return <usize>count * 24 + DIGITS * 4
}

/**
 * Sorts the entries of one pack by their offsets, which stand at `input` in order of the rows: `isWide`: eight bytes each, as floating point numbers;
 * else four. The last entry goes up to `end`. At `work`, one list after another: offsets as they came in (up to eight bytes for each), packed sizes, rows
 * (numbers from `start` on).
 */
export function orderEntries(input: usize, isWide: bool, count: u32, start: u32, end: f64, work: usize): void {
  const size = <usize>count
  let keys = work
  let rows = keys + size * 8
  let otherRows = rows + size * 4
  let otherKeys = otherRows + size * 4
  const counts = otherKeys + size * 8
  let most: u64 = 0
  for (let i: usize = 0; i < size; i++) {
    const key = isWide ? <u64>load<f64>(input + (i << 3)) : <u64>load<u32>(input + (i << 2))
    store<u64>(keys + (i << 3), key)
    store<u32>(rows + (i << 2), <u32>i)
    if (key > most) most = key
  }
  for (let shift: u64 = 0; shift < 64 && most >>> shift > 0; shift += DIGIT_BITS) {
    sortByDigit(keys, rows, otherKeys, otherRows, size, shift, counts)
    const k = keys
    keys = otherKeys
    otherKeys = k
    const r = rows
    rows = otherRows
    otherRows = r
  }
  for (let i: usize = 0; i < size; i++) {
    const key = load<u64>(keys + (i << 3))
    const next = i + 1 < size ? load<u64>(keys + (i << 3), 8) : <u64>end
    if (isWide) store<f64>(otherKeys + (i << 3), <f64>key)
    else store<u32>(otherKeys + (i << 2), <u32>key)
    store<u32>(otherRows + (i << 2), <u32>min(next - key, MAX_WEIGHT))
    store<u32>(rows + (i << 2), load<u32>(rows + (i << 2)) + start)
  }
  offsetsAt = otherKeys
  packedAt = otherRows
  rowsAt = rows
}

/** Where `orderEntries` has left its lists. */
export let offsetsAt: usize = 0
export let packedAt: usize = 0
export let rowsAt: usize = 0

/** Stable, so that sorting by one digit after another sorts by all. */
function sortByDigit(
  keys: usize,
  rows: usize,
  toKeys: usize,
  toRows: usize,
  size: usize,
  shift: u64,
  counts: usize,
): void {
  memory.fill(counts, 0, DIGITS * 4)
  for (let i: usize = 0; i < size; i++) {
    const at = counts + ((<usize>(load<u64>(keys + (i << 3)) >>> shift) & (DIGITS - 1)) << 2)
    store<u32>(at, load<u32>(at) + 1)
  }
  let sum: u32 = 0
  for (let digit: usize = 0; digit < DIGITS; digit++) {
    const here = load<u32>(counts + (digit << 2))
    store<u32>(counts + (digit << 2), sum)
    sum += here
  }
  for (let i: usize = 0; i < size; i++) {
    const key = load<u64>(keys + (i << 3))
    const at = counts + ((<usize>(key >>> shift) & (DIGITS - 1)) << 2)
    const to = <usize>load<u32>(at)
    store<u32>(at, <u32>to + 1)
    store<u64>(toKeys + (to << 3), key)
    store<u32>(toRows + (to << 2), load<u32>(rows + (i << 2)))
  }
}

/**
 * Lists of children, in the order in which they lie in the packs, but the heavy one last; kinds of roots go to all that is made from them, and weights,
 * at first each entry's own, add up. `bases`: of each entry its base, -1: none. `orphans`: 1 for those whose base nobody knows. `order` and `roots` are filled:
 * roots, and each base before what is made from it. Returns how many entries roots lead to.
 */
export function linkForest(
  count: u32,
  bases: usize,
  orphans: usize,
  kinds: usize,
  weights: usize,
  firstChild: usize,
  nextSibling: usize,
  heavy: usize,
  order: usize,
  roots: usize,
): u32 {
  const size = <usize>count
  memory.fill(heavy, 0xff, size << 2)
  linkChildren(size, bases, heavy, firstChild, nextSibling)
  let known: usize = 0
  for (let entry: usize = 0; entry < size; entry++) {
    if (load<i32>(bases + (entry << 2)) !== NONE || load<u8>(orphans + entry) !== 0) continue
    store<u32>(roots + (known << 2), <u32>entry)
    store<u32>(order + (known << 2), <u32>entry)
    known++
  }
  rootCount = <u32>known
  for (let i: usize = 0; i < known; i++) {
    const entry = <usize>load<u32>(order + (i << 2))
    const kind = load<u8>(kinds + entry)
    let child = load<i32>(firstChild + (entry << 2))
    while (child !== NONE) {
      store<u8>(kinds + <usize>child, kind)
      store<i32>(order + (known << 2), child)
      known++
      child = load<i32>(nextSibling + (<usize>child << 2))
    }
  }
  for (let i = known; i > 0; i--) {
    const entry = <usize>load<u32>(order + ((i - 1) << 2))
    const base = load<i32>(bases + (entry << 2))
    if (base === NONE) continue
    const own = load<u32>(weights + (entry << 2))
    const ofBase = weights + (<usize>base << 2)
    store<u32>(ofBase, <u32>min(<u64>load<u32>(ofBase) + <u64>own, MAX_WEIGHT))
    const heavyOfBase = heavy + (<usize>base << 2)
    const heaviest = load<i32>(heavyOfBase)
    if (heaviest === NONE || own > load<u32>(weights + (<usize>heaviest << 2))) store<i32>(heavyOfBase, <i32>entry)
  }
  linkChildren(size, bases, heavy, firstChild, nextSibling)
  return <u32>known
}

/** As pack/link-children.ts. */
function linkChildren(size: usize, bases: usize, heavy: usize, firstChild: usize, nextSibling: usize): void {
  memory.fill(nextSibling, 0xff, size << 2)
  memory.copy(firstChild, heavy, size << 2)
  for (let entry = size; entry > 0; entry--) {
    const one = entry - 1
    const base = load<i32>(bases + (one << 2))
    if (base === NONE || load<i32>(heavy + (<usize>base << 2)) === <i32>one) continue
    store<i32>(nextSibling + (one << 2), load<i32>(firstChild + (<usize>base << 2)))
    store<i32>(firstChild + (<usize>base << 2), <i32>one)
  }
}
