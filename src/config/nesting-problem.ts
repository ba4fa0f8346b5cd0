/** Deeper than anybody writes; what reads the values goes down by recursion. */
const MAX_DEPTH = 100

/** Offset of the bracket in a JSON text by which it is nested too deep. */
export function nestingProblem(json: string): number | undefined {
  const token = /"(?:\\.|[^"\\])*"?|[{}[\]]/g
  let depth = 0
  for (let found = token.exec(json); found; found = token.exec(json)) {
    if (found[0] === '{' || found[0] === '[') depth++
    else if (found[0] === '}' || found[0] === ']') depth--
    if (depth > MAX_DEPTH) return found.index
  }
  return undefined
}
