import {
  BATCH_BYTES,
  ENTRIES,
  ENTRY_BYTES,
  FILTER,
  FILTER_HASH,
  FILTER_SHIFT,
  FOLD,
  FOLD_TWO,
  HIT_BYTES,
  HIT_COUNT,
  HITS_PER_WINDOW,
  LISTS,
  MIDDLES,
  PARTLY,
  SLOT_HASH,
  SLOT_SHIFT,
  STARTS,
  THREE_HASH,
  WINDOWS,
} from './layout'

/** Place in the filter of three bytes. */
// @ts-ignore: decorator
@inline
function placeOf(window: u32): usize {
  return <usize>(((window | FOLD_TWO) * FILTER_HASH) >>> FILTER_SHIFT)
}

/**
 * Bit 0: may a literal's window be here? A word of the filter stands for three bytes of text; of its bits the one counts that the last five bits of the
 * fourth byte name, which both cases of a letter have in common. The other bits of the result mean nothing.
 */
// @ts-ignore: decorator
@inline
function filterAt(at: usize, offset: usize): u32 {
  const window = load<u32>(at + offset)
  // A shift takes the last five bits of what it shifts by.
  return load<u32>(placeOf(window) << 2, FILTER) >>> (window >>> 24)
}

/** 1: a window that sticks out of a literal of one to four bytes may look like this. */
// @ts-ignore: decorator
@inline
function isPartly(place: usize): u32 {
  return (<u32>load<u8>(place >>> 3, PARTLY) >>> <u32>(place & 7)) & 1
}

/** Whole literal against text; both sides in blocks of 16, `mask` holds 0x20 where case is ignored and 0xff past the literal's end. */
// @ts-ignore: decorator
@inline
function isLiteral(pattern: usize, text: usize, length: u32): bool {
  const end = text + <usize>length
  do {
    if (!i8x16.all_true(i8x16.eq(v128.or(v128.load(text), v128.load(pattern, 16)), v128.load(pattern)))) return false
    pattern += 32
    text += 16
  } while (text < end)
  return true
}

/** Writes a hit for each literal of a list that stands at its place round the window at `at`; returns where the next hit goes. */
function verifyList(list: usize, at: usize, input: usize, end: usize, limit: usize, hit: usize): usize {
  const entries = <usize>load<u32>(ENTRIES)
  const last = entries + <usize>load<u32>(list, 4) * ENTRY_BYTES
  for (let entry = entries + <usize>load<u32>(list) * ENTRY_BYTES; entry < last; entry += ENTRY_BYTES) {
    // At most 16 bytes either side of the window: all of it is memory.
    if ((load<u32>(at + <usize>(<isize>load<i16>(entry, 10))) | load<u32>(entry, 12)) !== load<u32>(entry, 16)) continue
    const text = at - <usize>(<isize>load<i16>(entry, 8))
    const length = <u32>load<u16>(entry, 4)
    if (text < input || text >= limit || text + <usize>length > end) continue
    if (!isLiteral(<usize>load<u32>(entry), text, length)) continue
    store<u32>(hit, <u32>(text - input))
    store<u32>(hit, <u32>load<u16>(entry, 6), 4)
    hit += HIT_BYTES
  }
  return hit
}

/**
 * Finds literals that start in [input, limit) and end by `end`, looking at windows from `at` on, which is an even number of bytes from `input`.
 * Leaves the hits in no strict order at `hits`, their number at HIT_COUNT. Returns where to go on: under `end` if `hits` was full.
 *
 * Windows of four bytes are looked up at every second byte only: each literal is known by two windows, one at an even and one at an odd offset, of which
 * exactly one is met wherever the literal stands, so that it is found exactly once.
 *
 * Of the windows of source text every twelfth gets past the filter where there are thousands of literals, and every twentieth has literals to compare:
 * branches that nobody can guess, each as dear as ten windows. So a batch is gone through three times, the first two without any.
 */
export function find(input: usize, at: usize, end: usize, limit: usize, hits: usize, capacity: u32): usize {
  const full = hits + <usize>(capacity - load<u32>(HITS_PER_WINDOW)) * HIT_BYTES
  let hit = hits
  let last: usize = 0
  while (at < end) {
    const until = min(end, at + BATCH_BYTES)
    const lists = listsOf(filtered(at, until))
    for (let place = LISTS; place < lists; place += 8) {
      const window = <usize>load<u32>(place)
      if (hit > full && window !== last) {
        store<u32>(HIT_COUNT, <u32>(hit - hits) / <u32>HIT_BYTES)
        return window
      }
      last = window
      hit = verifyList(<usize>load<u32>(place, 4), window, input, end, limit, hit)
    }
    at = until
  }
  store<u32>(HIT_COUNT, <u32>(hit - hits) / <u32>HIT_BYTES)
  return at
}

// @ts-ignore: decorator
@inline
function filter(at: usize, offset: usize, next: usize): usize {
  store<u32>(next, <u32>(at + offset))
  return next + ((<usize>filterAt(at, offset) & 1) << 2)
}

/** Notes down at WINDOWS where the filter says perhaps; returns the end of that list. Without a branch: nobody could guess it. */
function filtered(at: usize, end: usize): usize {
  let next = WINDOWS
  for (; at < end; at += 16) {
    next = filter(at, 0, next)
    next = filter(at, 2, next)
    next = filter(at, 4, next)
    next = filter(at, 6, next)
    next = filter(at, 8, next)
    next = filter(at, 10, next)
    next = filter(at, 12, next)
    next = filter(at, 14, next)
  }
  return next
}

// @ts-ignore: decorator
@inline
function note(window: usize, list: usize, counts: u32, next: usize): usize {
  store<u32>(next, <u32>window)
  store<u32>(next, <u32>list, 4)
  return next + (<usize>(counts & u32(load<u32>(list) !== load<u32>(list, 4))) << 3)
}

/** Of these windows the lists of literals that are not empty, with their windows, at LISTS; returns the end. */
function listsOf(windowsEnd: usize): usize {
  const starts = <usize>load<u32>(STARTS)
  const slotShift = load<u32>(SLOT_SHIFT)
  const middles = <usize>load<u32>(MIDDLES)
  let next = LISTS
  for (let place = WINDOWS; place < windowsEnd; place += 4) {
    const window = <usize>load<u32>(place)
    const bytes = load<u32>(window)
    const slot = ((bytes | FOLD) * SLOT_HASH) >>> slotShift
    next = note(window, starts + (<usize>slot << 2), 1, next)
    const partly = isPartly(placeOf(bytes))
    const three = ((bytes | FOLD) * THREE_HASH) >>> slotShift
    next = note(window, starts + (<usize>three << 2), partly & u32(three !== slot), next)
    next = note(window, middles + <usize>((bytes >>> 8 & 0xff) << 2), partly, next)
  }
  return next
}
