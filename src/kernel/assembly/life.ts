/**
 * Whether a match may go on at an anchor: what src/detect/life-image.ts makes of the rules, at `life`.
 *
 *   0        u32: where the owners begin
 *            u32 for each anchor, and one more: its first owner
 *   owners   OWNER_BYTES each, a rule that names the anchor: u32 how far it looks before the anchor, u32 behind its end;
 *            u32 automaton of what may stand behind the anchor, u32 the state it begins in;
 *            u32 set of the bytes of a run that each match holds, u32 how long the run is;
 *            u32 automaton of what may stand before the anchor, read backwards, u32 the state it begins in
 *
 * Addresses count from `life`; 0: there is none. A set is 256 bytes, not 0 for what belongs to it. An automaton: u16 number of classes, u16 of states,
 * 256 classes, u16 for each state and class: the next state.
 */

// @ts-ignore: decorator
@inline const OWNER_BYTES: usize = 32
/** States of every automaton. */
// @ts-ignore: decorator
@inline const NEVER: u32 = 0
// @ts-ignore: decorator
@inline const PERHAPS: u32 = 1

/** Of what stands behind an anchor, so much is looked at before it is asked what stands before it. */
// @ts-ignore: decorator
@inline const FEW_BYTES: usize = 16

/** See holds-run.ts of src/detect, its twin. */
function holdsRun(start: usize, end: usize, set: usize, length: usize): bool {
  let from = start
  for (let at = start + length - 1; at < end; at += length) {
    if (load<u8>(set + <usize>load<u8>(at)) === 0) {
      from = at + 1
      continue
    }
    let first = at
    while (first > from && load<u8>(set + <usize>load<u8>(first - 1)) !== 0) first--
    let last = at
    while (last - first + 1 < length && last + 1 < end && load<u8>(set + <usize>load<u8>(last + 1)) !== 0) last++
    if (last - first + 1 >= length) return true
    from = last + 1
    at = last + 1
  }
  return false
}

/** See beside-test.ts of src/detect, its twin. */
// @ts-ignore: decorator
@inline
function mayFollow(automaton: usize, start: u32, at: usize, end: usize): bool {
  const width = <u32>load<u16>(automaton)
  const classes = automaton + 4
  const table = automaton + 260
  let state = start
  while (at < end && state > PERHAPS) {
    state = <u32>load<u16>(table + (<usize>(state * width + <u32>load<u8>(classes + <usize>load<u8>(at))) << 1))
    at++
  }
  return state !== NEVER
}

/** The same, backwards. */
// @ts-ignore: decorator
@inline
function mayPrecede(automaton: usize, first: u32, from: usize, start: usize): bool {
  const width = <u32>load<u16>(automaton)
  const classes = automaton + 4
  const table = automaton + 260
  let state = first
  let at = from
  while (at > start && state > PERHAPS) {
    at--
    state = <u32>load<u16>(table + (<usize>(state * width + <u32>load<u8>(classes + <usize>load<u8>(at))) << 1))
  }
  return state !== NEVER
}

/** False where none of the anchor's rules can match here. `life` 0: nothing is known of them. */
export function isAlive(life: usize, input: usize, size: u32, position: u32, length: u32, anchor: u32): bool {
  if (life === 0) return true
  const list = life + 4 + (<usize>anchor << 2)
  const owners = life + <usize>load<u32>(life)
  const last = owners + <usize>load<u32>(list, 4) * OWNER_BYTES
  const anchorEnd = position + length
  for (let owner = owners + <usize>load<u32>(list) * OWNER_BYTES; owner < last; owner += OWNER_BYTES) {
    const end = input + <usize>min(<u64>size, <u64>anchorEnd + <u64>load<u32>(owner, 4))
    // A few bytes end most; the others may go on for hundreds, and what stands before is short.
    const automaton = load<u32>(owner, 8)
    const first = load<u32>(owner, 12)
    const prelude = load<u32>(owner, 24)
    const behind = input + <usize>anchorEnd
    const few = prelude === 0 ? end : min(end, behind + FEW_BYTES)
    if (automaton !== 0 && !mayFollow(life + <usize>automaton, first, behind, few)) continue
    const before = load<u32>(owner)
    const start = input + <usize>(position > before ? position - before : 0)
    if (prelude !== 0 && !mayPrecede(life + <usize>prelude, load<u32>(owner, 28), input + <usize>position, start)) continue
    if (automaton !== 0 && few < end && !mayFollow(life + <usize>automaton, first, behind, end)) continue
    const set = load<u32>(owner, 16)
    if (set === 0) return true
    if (holdsRun(start, end, life + <usize>set, <usize>load<u32>(owner, 20))) return true
  }
  return false
}
