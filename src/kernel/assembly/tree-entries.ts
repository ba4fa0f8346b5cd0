import { DAMAGED, RUN_BYTES } from './apply-delta'

export let newEntries: u32 = 0
export let keptRuns: u32 = 0

/** Number of the first entry, of the same among the base's, and how many: u32 each. */
const KEPT_BYTES: usize = 12

/** Behind the entry at `at`, or 0 where it does not end. `100644 name\0` and the bytes of an id. */
// @ts-ignore: decorator
@inline
function entryEnd(at: usize, end: usize, idBytes: u32): usize {
  while (at < end && load<u8>(at) !== 0x20) at++
  at++
  while (at < end && load<u8>(at) !== 0) at++
  at += 1 + <usize>idBytes
  return at > end ? 0 : at
}

/** The first of the base's entries that starts at or after this position. */
function firstAt(entries: usize, count: u32, position: u32): u32 {
  let low: u32 = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (load<u32>(entries + (<usize>middle << 2)) < position) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where the entries of a tree start: all of them at `entries`, those that are not copied whole from the base at `fresh`, u32 each. Returns how
 * many there are, `newEntries` says how many are new; DAMAGED where the tree ends within an entry (what came before is at `fresh` all the same).
 * At `kept`, unless it is 0, stands which of them are the base's, run by run (there are no more runs than new entries); `keptRuns` says how many.
 * An entry takes at least 2 bytes and the id, so that the caller knows the most there can be.
 */
export function treeEntries(tree: usize, size: u32, idBytes: u32, runs: usize, runCount: u32, baseEntries: usize, baseCount: u32, entries: usize, fresh: usize, kept: usize): u32 {
  const end = tree + <usize>size
  const runsEnd = runs + <usize>runCount * RUN_BYTES
  let run = runs
  let at: u32 = 0
  let all = entries
  let new_ = fresh
  keptRuns = 0
  while (at < size) {
    while (run < runsEnd && load<u32>(run) + load<u32>(run, 8) <= at) run += RUN_BYTES
    if (run < runsEnd && load<u32>(run) <= at) {
      const shift = load<u32>(run, 4) - load<u32>(run)
      const runEnd = load<u32>(run) + load<u32>(run, 8)
      let i = firstAt(baseEntries, baseCount, at + shift)
      if (i < baseCount && load<u32>(baseEntries + (<usize>i << 2)) === at + shift) {
        const first = i
        const here = <u32>((all - entries) >> 2)
        // The base's last entry has no next one to say where it ends: it is read again.
        while (i + 1 < baseCount) {
          const next = load<u32>(baseEntries + (<usize>(i + 1) << 2)) - shift
          if (next > runEnd || next <= at) break
          store<u32>(all, at)
          all += 4
          at = next
          i++
        }
        if (kept !== 0 && i > first) {
          store<u32>(kept, here)
          store<u32>(kept, first, 4)
          store<u32>(kept, i - first, 8)
          kept += KEPT_BYTES
          keptRuns++
        }
        if (at >= size) break
      }
    }
    const next = entryEnd(tree + <usize>at, end, idBytes)
    if (next === 0) {
      newEntries = <u32>((new_ - fresh) >> 2)
      return DAMAGED
    }
    store<u32>(all, at)
    all += 4
    store<u32>(new_, at)
    new_ += 4
    at = <u32>(next - tree)
  }
  newEntries = <u32>((new_ - fresh) >> 2)
  return <u32>((all - entries) >> 2)
}
