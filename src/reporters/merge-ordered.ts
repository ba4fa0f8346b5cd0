/**
 * One list of two, each thing once, in an order that is that of both: `[add a, commit]` and `[add b, commit]` give `[add a, add b, commit]`.
 */
export function mergeOrdered(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0 || (a.length === b.length && a.every((one, i) => one === b[i]))) return a
  const merged = [...a]
  let pending: string[] = []
  let from = 0
  for (const one of b) {
    const at = merged.indexOf(one, from)
    if (at < 0) {
      if (!merged.includes(one)) pending.push(one)
      continue
    }
    merged.splice(at, 0, ...pending)
    from = at + pending.length + 1
    pending = []
  }
  return [...merged, ...pending]
}
