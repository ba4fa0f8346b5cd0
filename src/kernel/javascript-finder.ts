import type { Anchor, AnchorFinder } from '../types.ts'
import { type AnchorBytes, anchorBytes } from './anchor-bytes.ts'
import { HitList } from './hit-list.ts'
import { MAX_INPUT_BYTES } from './max-input-bytes.ts'

/** Without WebAssembly: looks the first two bytes of each position up and compares what can start there. The kernel's twin. */
export function createJavaScriptFinder(anchors: readonly Anchor[]): AnchorFinder {
  const literals = anchorBytes(anchors)
  // 0: nothing starts with this pair; otherwise its list, plus one.
  const listOfPair = new Uint32Array(0x10000)
  const lists: number[][] = []
  for (let anchor = 0; anchor < literals.count; anchor++) {
    for (const pair of pairsOf(literals, anchor)) {
      const list = listOfPair[pair]!
      if (list === 0) listOfPair[pair] = lists.push([anchor])
      else lists[list - 1]!.push(anchor)
    }
  }
  const found = new HitList()

  return {
    kind: 'javascript',
    find(bytes) {
      const length = bytes.length
      if (length > MAX_INPUT_BYTES) throw new RangeError(`${length} bytes; ${MAX_INPUT_BYTES} is the most`)
      found.clear()
      for (let at = 0; at < length; at++) {
        // After the last byte any will do: only a literal of one byte can stand there, and it is listed under all.
        const second = at + 1 < length ? bytes[at + 1]! : 0
        const list = listOfPair[(bytes[at]! << 8) | second]!
        if (list === 0) continue
        for (const anchor of lists[list - 1]!) if (startsAt(bytes, at, literals, anchor)) found.add(at, anchor)
      }
      return found
    },
  }
}

/** The pairs of bytes that a literal can start with; a literal of one byte: that byte and any other. */
function pairsOf({ starts, bytes, folds }: AnchorBytes, anchor: number): readonly number[] {
  const start = starts[anchor]!
  const cases = (at: number) => (folds[at] === 0 ? [bytes[at]!] : [bytes[at]!, bytes[at]! ^ 0x20])
  const seconds = starts[anchor + 1]! - start === 1 ? Array(256).keys() : cases(start + 1)
  const pairs: number[] = []
  for (const second of seconds) for (const first of cases(start)) pairs.push((first << 8) | second)
  return pairs
}

function startsAt(text: Uint8Array, at: number, { starts, bytes, folds }: AnchorBytes, anchor: number): boolean {
  const start = starts[anchor]!
  const length = starts[anchor + 1]! - start
  if (at + length > text.length) return false
  for (let i = 0; i < length; i++) if ((text[at + i]! | folds[start + i]!) !== bytes[start + i]) return false
  return true
}
