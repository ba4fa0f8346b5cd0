import { looksRandom } from './looks-random.ts'

/** `${NAME:-default}` and its like; the innermost, where one stands in another. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
const DEFAULT = /\$\{[A-Za-z_]\w{0,100}:?[-=]([^${}]{1,1000})\}/
/** What is filled in. Of `$NAME` nobody knows whether it is, or part of a password. */
const FILLED_IN = /\$\{[^{}]{0,1000}\}/g

/**
 * What of a value with variables in it stands there all the same: the default of one, or what is made by a machine beside them. Undefined: it has none
 * of these.
 */
export function literalRange(value: string): readonly [number, number] | undefined {
  const found = DEFAULT.exec(value)
  if (found) {
    const end = found.index + found[0].length - 1
    return [end - found[1]!.length, end]
  }
  let from = 0
  for (const filled of [...value.matchAll(FILLED_IN), { index: value.length, 0: '' }]) {
    // What is left is a part of the secret only.
    if (from + filled.index > 0 && looksRandom(value.slice(from, filled.index)) && filled.index - from < value.length) {
      return [from, filled.index]
    }
    from = filled.index + filled[0].length
  }
  return undefined
}
