import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Limits } from '../config/config.ts'
import { runGit } from '../git/run-git.ts'
import { DOTENV_NAME } from '../types.ts'

export interface ValueFile {
  /** Relative to the work tree's root, forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Git ignores it; else it is tracked, or about to be. */
  readonly ignored: boolean
}

/** Folders of other people's code and of what a build makes: thousands of them, and nobody keeps their own `.env` there. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  'node_modules',
  'bower_components',
  'vendor',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  'target',
  'dist',
  'build',
  '.next',
  '.nuxt',
  '.gradle',
  '.terraform',
  '.cache',
])

/**
 * `.env` files of a work tree, whether ignored or not, breadth first. Synchronous on purpose: it runs while git compares the
 * index. `within`: folders of the root to begin in. Stops after `limits.valueFolders` folders and says so.
 */
export function findEnvFiles(
  root: string,
  limits: Limits,
  within: readonly string[] = [''],
): { readonly paths: readonly string[]; readonly complete: boolean } {
  const paths: string[] = []
  const folders = [...within]
  for (let next = 0; next < folders.length; next++) {
    if (next >= limits.valueFolders) return { paths, complete: false }
    const folder = folders[next]!
    const entries = entriesOf(folder === '' ? root : `${root}/${folder}`)
    // A submodule, or another repository of its own: git answers no question about what is in it.
    if (folder !== '' && entries.some(({ name }) => name === '.git')) continue
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(path)
      } else if (DOTENV_NAME.test(entry.name.toLowerCase())) paths.push(path)
    }
  }
  return { paths, complete: true }
}

const UNREADABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ELOOP'])

/** `folder` with forward slashes, which every system takes: joining paths properly costs as much as reading the folders. A folder that cannot be read holds no file that the person's own programs read. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== undefined && UNREADABLE.has(code)) return []
    throw cause
  }
}

async function ignoredAmong(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const output = await runGit(['check-ignore', '-z', '--stdin'], {
    cwd: root,
    input: `${paths.join('\0')}\0`,
    // 1: none of them is ignored.
    okCodes: [0, 1],
  })
  return new Set(output.toString('utf8').split('\0'))
}

/** What is in those files, the ignored ones first; outside a repository none is. Asks git which these are only where there is one. */
export async function readValueFiles(
  root: string,
  paths: readonly string[],
  limits: Limits,
  hasGit: boolean,
): Promise<readonly ValueFile[]> {
  if (paths.length === 0) return []
  const ignored = hasGit ? await ignoredAmong(root, paths) : new Set<string>()
  const read = (path: string): readonly ValueFile[] => {
    const bytes = readSmallFile(join(root, path), limits.valueFileBytes)
    return bytes ? [{ path, bytes, ignored: ignored.has(path) }] : []
  }
  return [...paths.filter(path => ignored.has(path)), ...paths.filter(path => !ignored.has(path))].flatMap(read)
}

/** A `.env` that is a folder, a pipe or unreadable gives no values; so does one too long to be written by a person. */
function readSmallFile(file: string, maxBytes: number): Uint8Array | undefined {
  try {
    const stats = statSync(file)
    return stats.isFile() && stats.size <= maxBytes ? readFileSync(file) : undefined
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== undefined && UNREADABLE.has(code)) return undefined
    throw cause
  }
}
