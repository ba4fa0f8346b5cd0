import { isAbsolute } from 'node:path'
import { runGit } from './run-git.ts'

/** What git makes of a file that should not be tracked. */
export interface IgnoreFact {
  readonly tracked: boolean
  /** The line of a .gitignore in the repository that decides about it, by what is written there, not by whether it is tracked. */
  readonly decided?: { readonly file: string; readonly line: number; readonly ignores: boolean }
}

/** Steps for more files are read by nobody. */
const MOST_PATHS = 200
/** 1: nothing is ignored. 128: there is no work tree, and so nothing to be ignored. */
const OK_CODES = [0, 1, 128]

const isWithin = (path: string): boolean => !isAbsolute(path) && !path.startsWith('../')

/**
 * `.gitignore NUL 3 NUL !.env NUL config/.env NUL` for each path that some pattern is about. What only this machine ignores (info/exclude,
 * core.excludesFile) keeps nobody else from adding the file.
 */
function decisions(output: string): ReadonlyMap<string, NonNullable<IgnoreFact['decided']>> {
  const fields = output.split('\0')
  const found = new Map<string, NonNullable<IgnoreFact['decided']>>()
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [file = '', line, pattern = '', path = ''] = fields.slice(at, at + 4)
    if (!isWithin(file) || !/(?:^|\/)\.gitignore$/.test(file)) continue
    found.set(path, { file, line: Number(line), ignores: !pattern.startsWith('!') })
  }
  return found
}

/** `paths` from the root. Two questions to git, whatever their number. */
export async function ignoreFacts(root: string, paths: readonly string[]): Promise<ReadonlyMap<string, IgnoreFact>> {
  const asked = [...new Set(paths.filter(isWithin))].slice(0, MOST_PATHS)
  if (asked.length === 0) return new Map()
  const [ignored, tracked] = await Promise.all([
    runGit(['check-ignore', '--no-index', '--verbose', '-z', '--stdin'], {
      cwd: root,
      input: asked.map(path => `${path}\0`).join(''),
      okCodes: OK_CODES,
    }),
    runGit(['--literal-pathspecs', 'ls-files', '-z', '--', ...asked], { cwd: root, okCodes: OK_CODES }),
  ])
  const decided = decisions(ignored.toString('utf8'))
  const inIndex = new Set(tracked.toString('utf8').split('\0'))
  return new Map(
    asked.map(path => {
      const decision = decided.get(path)
      return [path, { tracked: inIndex.has(path), ...(decision && { decided: decision }) }]
    }),
  )
}
