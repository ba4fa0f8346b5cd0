import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ObjectId } from '../types.ts'
import type { LocatedRepository } from './locate-repository.ts'

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** HEAD points at HEAD's branch, which may be a symbolic ref itself; git follows five. */
const MAX_LINKS = 5

export type HeadFile =
  | { readonly kind: 'commit'; readonly id: ObjectId }
  /** The branch has no commit yet. */
  | { readonly kind: 'unborn' }
  /** Refs are stored in a form that only git reads (reftable). */
  | { readonly kind: 'unknown' }

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trimEnd()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw cause
  }
}

/** `8a9bb7… refs/heads/main`, a line each; `#` and `^` lines are about the lines before them. */
function packed(commonDir: string, name: string): ObjectId | undefined {
  const text = read(join(commonDir, 'packed-refs'))
  const end = text === undefined ? -1 : `${text}\n`.indexOf(` ${name}\n`)
  if (text === undefined || end < 0) return undefined
  return text.slice(text.lastIndexOf('\n', end) + 1, end)
}

/** HEAD's commit by the file system alone: a git process more would cost a staged scan a third of its time. */
export function readHead({ gitDir, commonDir }: Pick<LocatedRepository, 'gitDir' | 'commonDir'>): HeadFile {
  let text = read(join(gitDir, 'HEAD'))
  for (let links = 0; links < MAX_LINKS && text !== undefined; links++) {
    if (OBJECT_ID.test(text)) return { kind: 'commit', id: text }
    const name = /^ref: (.+)$/.exec(text)?.[1]
    // What reftable repositories keep in HEAD for programs that do not know them.
    if (name === undefined || name === 'refs/heads/.invalid') return { kind: 'unknown' }
    text = read(join(gitDir, name)) ?? read(join(commonDir, name)) ?? packed(commonDir, name)
    if (text === undefined) return { kind: 'unborn' }
  }
  return { kind: 'unknown' }
}
