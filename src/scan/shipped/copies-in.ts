/** One COPY or ADD. */
export interface Copy {
  readonly line: number
  /** As they are written, relative to the build's context. */
  readonly sources: readonly string[]
}

const COPY = /^\s*(?:ONBUILD\s+)?(?:COPY|ADD)\s+(.+)$/i
/** Of these the source is another stage, or another image. */
const FROM = /^--from=/
const FLAG = /^--[a-z-]+(?:=\S*)?$/

function words(text: string): readonly string[] {
  if (!text.startsWith('[')) return text.split(/\s+/)
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) => word!.replace(/\\(.)/g, '$1'))
}

/**
 * What a Dockerfile takes from the folder it is built in: https://docs.docker.com/reference/dockerfile/#copy
 *
 *   COPY --chown=app package.json .env* ./
 *   ADD ["a b.env", "/app/"]
 */
export function copiesIn(dockerfile: string): readonly Copy[] {
  const copies: Copy[] = []
  const lines = dockerfile.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    let text = lines[at]!
    while (text.endsWith('\\') && at + 1 < lines.length) text = `${text.slice(0, -1)} ${lines[++at]!.trim()}`
    const rest = COPY.exec(text)?.[1]?.trim()
    if (rest === undefined) continue
    const flags = rest.split(/\s+/).filter(word => FLAG.test(word))
    if (flags.some(flag => FROM.test(flag))) continue
    const args = words(rest.replace(/^(?:--[a-z-]+(?:=\S*)?\s+)+/, ''))
    // The last one is where it goes.
    copies.push({ line, sources: args.slice(0, -1) })
  }
  return copies
}
