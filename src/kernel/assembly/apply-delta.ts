/** A run copied from the base: u32 where it stands in the target, u32 where in the base, u32 bytes. */
// @ts-ignore: decorator
@inline export const RUN_BYTES: usize = 12
export const DAMAGED: u32 = 0xffff_ffff

let cursor: usize = 0

/** A size of at most 32 bits, seven bits a byte; what is larger reads as the largest. Moves `cursor`. */
function readSize(end: usize): u32 {
  let size: u64 = 0
  let shift: u64 = 0
  while (cursor < end) {
    const byte = load<u8>(cursor++)
    if (shift < 35) size |= <u64>(byte & 0x7f) << shift
    else if (byte & 0x7f) return 0xffff_ffff
    if (!(byte & 0x80)) return size > 0xffff_fffe ? 0xffff_ffff : <u32>size
    shift += 7
  }
  return 0xffff_ffff
}

/** The size that a delta says its result has; 0xffffffff where it does not say, or it is too large. */
export function deltaResultSize(delta: usize, end: usize): u32 {
  cursor = delta
  return readSize(end) === 0xffff_ffff ? 0xffff_ffff : readSize(end)
}

/** How many copies a delta asks for: as many runs it has at most. */
export function copiesIn(delta: usize, end: usize): u32 {
  cursor = delta
  readSize(end)
  readSize(end)
  let at = cursor
  let copies: u32 = 0
  while (at < end) {
    const op = <u32>load<u8>(at++)
    if (op & 0x80) {
      copies++
      at += <usize>popcnt(op & 0x7f)
    } else at += <usize>op
  }
  return copies
}

// @ts-ignore: decorator
@inline
function copyShort(to: usize, source: usize, length: usize): void {
  const end = to + length
  do {
    v128.store(to, v128.load(source))
    to += 16
    source += 16
  } while (to < end)
}

/**
 * Makes the result of a delta at `output` (`size` bytes, up to 16 past its end are written) and lists the runs copied from the base in order of the
 * target, neighbours in one. Returns their number, or DAMAGED: the base has another size, a copy reaches beyond it, the result has another
 * size. There are never more runs than `copiesIn` says. git: Documentation/gitformat-pack.txt, "Deltified representation".
 */
export function applyDelta(base: usize, baseSize: u32, delta: usize, end: usize, output: usize, size: u32, runs: usize): u32 {
  cursor = delta
  if (readSize(end) !== baseSize || readSize(end) !== size) return DAMAGED
  let at = cursor
  let out: u32 = 0
  let run = runs
  let lastTarget: u32 = 0
  let lastBase: u32 = 0
  while (at < end) {
    const op = <u32>load<u8>(at++)
    if (op & 0x80) {
      let offset: u32 = 0
      let length: u32 = 0
      if (op & 0x01) offset = load<u8>(at++)
      if (op & 0x02) offset |= <u32>load<u8>(at++) << 8
      if (op & 0x04) offset |= <u32>load<u8>(at++) << 16
      if (op & 0x08) offset |= <u32>load<u8>(at++) << 24
      if (op & 0x10) length = load<u8>(at++)
      if (op & 0x20) length |= <u32>load<u8>(at++) << 8
      if (op & 0x40) length |= <u32>load<u8>(at++) << 16
      if (length === 0) length = 0x10000
      if (at > end || offset > baseSize || length > baseSize - offset || length > size - out) return DAMAGED
      if (length <= 256) copyShort(output + <usize>out, base + <usize>offset, <usize>length)
      else memory.copy(output + <usize>out, base + <usize>offset, <usize>length)
      if (run > runs && lastTarget === out && lastBase === offset) {
        store<u32>(run - RUN_BYTES, load<u32>(run - RUN_BYTES, 8) + length, 8)
      } else {
        store<u32>(run, out)
        store<u32>(run, offset, 4)
        store<u32>(run, length, 8)
        run += RUN_BYTES
      }
      out += length
      lastTarget = out
      lastBase = offset + length
    } else {
      if (op === 0 || at + <usize>op > end || op > size - out) return DAMAGED
      copyShort(output + <usize>out, at, <usize>op)
      at += op
      out += op
    }
  }
  return out === size ? <u32>((run - runs) / RUN_BYTES) : DAMAGED
}
