const NEWLINE = 0x0a
/** `tree ` and `parent `, as bytes from the start of a line. */
const TREE_WORD = Buffer.from('tree ')
const PARENT_WORD = Buffer.from('parent ')
const FIRST_IDS = 8

let room = new Uint8Array(0)

/**
 * The ids, as bytes, of a commit's tree and then of its parents; empty for what names no tree, which git would not write. A view that is good until the
 * next call.
 *
 *     tree 5e53…
 *     parent 81d2…        none, one or several
 *     author …
 */
export function namedByCommit(commit: Uint8Array, idBytes: number): Uint8Array {
  let count = 0
  let at = 0
  for (;;) {
    const word = count === 0 ? TREE_WORD : PARENT_WORD
    const from = at + word.length
    const end = from + 2 * idBytes
    if (commit[end] !== NEWLINE || !standsAt(commit, at, word)) return room.subarray(0, count * idBytes)
    if ((count + 1) * idBytes > room.length) makeRoom(Math.max(2 * count, FIRST_IDS) * idBytes)
    for (let i = 0, to = count * idBytes; i < idBytes; i++) {
      room[to + i] = (digit(commit[from + 2 * i]!) << 4) | digit(commit[from + 2 * i + 1]!)
    }
    count++
    at = end + 1
  }
}

function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false
  return true
}

/** `0`–`9`, `a`–`f` */
const digit = (code: number): number => (code < 0x3a ? code - 0x30 : code - 0x57)

function makeRoom(size: number): void {
  const larger = new Uint8Array(size)
  larger.set(room)
  room = larger
}
