import type { Anchor, AnchorFinder } from '../types.ts'
import { type AnchorBytes, anchorBytes } from './anchor-bytes.ts'
import { HitList } from './hit-list.ts'
import { MAX_INPUT_BYTES } from './max-input-bytes.ts'

/** Without WebAssembly: looks the first two bytes of each position up and compares what can start there. The kernel's twin. */
export function createJavaScriptFinder(anchors: readonly Anchor[]): AnchorFinder {
  const literals = anchorBytes(anchors)
  const single = literals.some(({ bytes }) => bytes.length === 1)
  // 0: nothing starts with this pair; otherwise its list, plus one.
  const listOfPair = new Uint32Array(0x10000)
  const lists: number[][] = []
  literals.forEach((literal, anchor) => {
    for (const pair of pairsOf(literal)) {
      const list = listOfPair[pair]!
      if (list === 0) listOfPair[pair] = lists.push([anchor])
      else lists[list - 1]!.push(anchor)
    }
  })
  const found = new HitList()

  return {
    kind: 'javascript',
    find(bytes) {
      const length = bytes.length
      if (length > MAX_INPUT_BYTES) throw new RangeError(`${length} bytes; ${MAX_INPUT_BYTES} is the most`)
      found.clear()
      // The last byte starts no pair: only a literal of one byte can stand there, and it is listed under any second byte.
      const pairs = single ? length : length - 1
      for (let at = 0; at < pairs; at++) {
        const list = listOfPair[(bytes[at]! << 8) | (bytes[at + 1] ?? 0)]!
        if (list === 0) continue
        for (const anchor of lists[list - 1]!) if (startsAt(bytes, at, literals[anchor]!)) found.add(at, anchor)
      }
      return found
    },
  }
}

/** The pairs of bytes that a literal can start with; a literal of one byte: that byte and any other. */
function pairsOf({ bytes, folds }: AnchorBytes): readonly number[] {
  const pairs: number[] = []
  for (const first of new Set([bytes[0]!, bytes[0]! ^ folds[0]!])) {
    if (bytes.length === 1) for (let second = 0; second < 256; second++) pairs.push((first << 8) | second)
    else for (const second of new Set([bytes[1]!, bytes[1]! ^ folds[1]!])) pairs.push((first << 8) | second)
  }
  return pairs
}

function startsAt(text: Uint8Array, at: number, { bytes, folds }: AnchorBytes): boolean {
  if (at + bytes.length > text.length) return false
  for (let i = 0; i < bytes.length; i++) if ((text[at + i]! | folds[i]!) !== bytes[i]) return false
  return true
}
