import { posix } from 'node:path'

/** One COPY or ADD. */
export interface Copy {
  readonly line: number
  /** As they are written: relative to the build's context, or to the root of the stage that they come from. */
  readonly sources: readonly string[]
  /** Where it goes: absolute, with a slash at its end where it is a folder for certain. */
  readonly target: string
  readonly from?: string
  readonly excludes: readonly string[]
}

/** From one FROM to the next. */
export interface Stage {
  /** An image, or the name of an earlier stage. */
  readonly base: string
  readonly name: string
  readonly copies: readonly Copy[]
}

const INSTRUCTION = /^\s*(?:ONBUILD\s+)?([A-Za-z]+)\s+(.+)$/
const FLAG = /^--([a-z-]+)(?:=(\S*))?\s+/
/** `<<EOF`, `<<-"EOF"`: what follows is no instruction. */
const HEREDOC = /<<-?["']?(\w+)["']?/g

function words(text: string): readonly string[] {
  if (!text.startsWith('[')) return text.split(/\s+/)
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) => word!.replace(/\\(.)/g, '$1'))
}

function copyOf(text: string, line: number, folder: string): Copy | undefined {
  let rest = text
  let from: string | undefined
  const excludes: string[] = []
  for (let flag = FLAG.exec(rest); flag; flag = FLAG.exec(rest)) {
    if (flag[1] === 'from') from = flag[2]
    if (flag[1] === 'exclude' && flag[2]) excludes.push(flag[2])
    rest = rest.slice(flag[0].length)
  }
  const all = words(rest.trim())
  const written = all.at(-1)
  // The last one is where it goes; addresses and texts that stand in the Dockerfile itself come from no folder.
  const sources = all.slice(0, -1).filter(source => !/^(?:<<|[a-z]+:\/\/|git@)/.test(source))
  if (written === undefined || sources.length === 0) return undefined
  const isFolder =
    /(?:^|\/)\.{0,2}$/.test(written) || sources.length > 1 || sources.some(source => /[*?[]/.test(source))
  const target = posix.resolve(folder, written) + (isFolder ? '/' : '')
  return { line, sources, target, excludes, ...(from !== undefined && { from }) }
}

/**
 * What a Dockerfile takes from the folder it is built in, and hands on from stage to stage: https://docs.docker.com/reference/dockerfile/
 *
 *   FROM node AS build
 *   COPY --chown=app package.json .env* ./
 *   ADD ["a b.env", "/app/"]
 */
export function stagesIn(dockerfile: string): readonly Stage[] {
  const stages: (Stage & { copies: Copy[] })[] = []
  let folder = '/'
  const lines = dockerfile.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    let text = lines[at]!
    if (text.trimStart().startsWith('#')) continue
    while (text.endsWith('\\') && at + 1 < lines.length) {
      const next = lines[++at]!.trim()
      text = `${text.slice(0, -1)} ${next.startsWith('#') ? '\\' : next}`
    }
    const [, instruction, rest] = INSTRUCTION.exec(text) ?? []
    if (instruction === undefined || rest === undefined) continue
    const name = instruction.toUpperCase()
    if (name === 'FROM') {
      const [base = '', as = '', alias = ''] = words(rest.replace(/^(?:--\S+\s+)+/, ''))
      stages.push({ base, name: as.toLowerCase() === 'as' ? alias : '', copies: [] })
      folder = '/'
    } else if (name === 'WORKDIR') folder = posix.resolve(folder, rest.trim())
    else if (name === 'COPY' || name === 'ADD') {
      const copy = copyOf(rest, line, folder)
      if (copy) stages.at(-1)?.copies.push(copy)
    }
    for (const [, end] of rest.matchAll(HEREDOC)) while (at + 1 < lines.length && lines[++at]!.trim() !== end);
  }
  return stages
}
