import { AROUND_BYTES, type Match } from '../types.ts'

/** What stands before the match, as far as judges look. */
export function aroundBefore({ around, matchStart }: Match): string {
  return around.slice(0, Math.min(AROUND_BYTES, matchStart))
}
