import type { KeyPath } from '../ruleset/schema-error.ts'

/** Offset of a key (or of a list's entry) in a JSON text that has been parsed without error; of the nearest thing round it where it is not there. */
export function locateJson(json: string, path: KeyPath): number {
  const token = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g
  let best = 0
  let depthOfBest = -1
  value([])
  return best

  function next(): { text: string; offset: number } {
    const match = token.exec(json)
    return match ? { text: match[0], offset: match.index } : { text: '', offset: json.length }
  }

  function peek(): string {
    const { lastIndex } = token
    const { text } = next()
    token.lastIndex = lastIndex
    return text
  }

  function value(at: KeyPath): void {
    const { text } = next()
    if (text !== '{' && text !== '[') return
    const end = text === '{' ? '}' : ']'
    for (let index = 0; peek() !== end && peek() !== ''; index++) {
      const entry = text === '{' ? next() : { text: String(index), offset: startOfNext() }
      const here = [...at, text === '{' ? (JSON.parse(entry.text) as string) : index]
      if (text === '{') next()
      note(here, entry.offset)
      value(here)
      if (peek() === ',') next()
    }
    next()
  }

  function startOfNext(): number {
    const { lastIndex } = token
    const { offset } = next()
    token.lastIndex = lastIndex
    return offset
  }

  function note(here: KeyPath, offset: number): void {
    if (here.length <= depthOfBest || here.length > path.length || here.some((key, index) => key !== path[index]))
      return
    best = offset
    depthOfBest = here.length
  }
}
