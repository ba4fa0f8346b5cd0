import { type Position, positionsOf } from '../detect/position.ts'
import type { Match } from '../types.ts'

/** Where the secrets of these matches begin and end, as lines and columns. */
export function positionsOfMatches(
  bytes: Uint8Array,
  matches: readonly Match[],
): (match: Match) => { readonly start: Position; readonly end: Position } {
  const offsets = matches.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)
  const positions = positionsOf(bytes, offsets)
  const at = new Map(offsets.map((offset, i) => [offset, positions[i]!]))
  return ({ start, end }) => ({ start: at.get(start)!, end: at.get(end)! })
}
