const indexedPatterns = new WeakMap<RegExp, RegExp>()

/** The same pattern with match indices: slower, so only used where the plain one leaves a doubt. */
function indexed(pattern: RegExp): RegExp {
  let twin = indexedPatterns.get(pattern)
  if (!twin) {
    twin = new RegExp(pattern.source, `${pattern.flags}d`)
    indexedPatterns.set(pattern, twin)
  }
  return twin
}

/** Where the group `secret` begins, in characters from the start of the match. */
export function offsetOfSecret(pattern: RegExp, found: RegExpExecArray, value: string): number {
  const first = found[0].indexOf(value)
  if (found[0].indexOf(value, first + 1) < 0) return first
  // The same text stands twice in the match (`secret = "secret"`): only the engine knows which of them is the group.
  const twin = indexed(pattern)
  twin.lastIndex = found.index
  const span = twin.exec(found.input)?.indices?.groups?.secret
  return span ? span[0] - found.index : first
}
