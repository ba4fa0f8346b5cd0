/** Do `length` bytes of a set stand side by side from `start` to `end`? Looks at every n-th byte, and closer only where that one belongs. */
export function holdsRun(bytes: Uint8Array, start: number, end: number, set: Uint8Array, length: number): boolean {
  let from = start
  for (let at = start + length - 1; at < end; at += length) {
    if (set[bytes[at]!] === 0) {
      from = at + 1
      continue
    }
    let first = at
    while (first > from && set[bytes[first - 1]!] !== 0) first--
    let last = at
    while (last - first + 1 < length && last + 1 < end && set[bytes[last + 1]!] !== 0) last++
    if (last - first + 1 >= length) return true
    from = last + 1
    at = last + 1
  }
  return false
}
