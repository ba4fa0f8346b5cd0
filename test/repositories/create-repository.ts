import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gitTestEnvironment } from './git-test-environment.ts'

export interface CreateRepositoryOptions {
  readonly bare?: boolean
  readonly objectFormat?: 'sha1' | 'sha256'
  /** Default: main. */
  readonly branch?: string
}

export interface GitOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Default: the repository's folder. */
  readonly cwd?: string
}

/** A real repository in a temporary folder of its own. Everything is synchronous; `dispose` removes it all. */
export interface TestRepository {
  /** The work tree, or the bare repository itself: an absolute path without links. */
  readonly path: string
  /** The temporary folder that holds `path`: the place for second repositories, worktrees and stray files. Goes with `dispose`. */
  readonly folder: string
  /** Runs git; gives its standard output as UTF-8 without the line end. Throws where git fails, with its stderr in the message. */
  git(args: readonly string[], options?: GitOptions): string
  /** The same, as bytes. */
  gitBytes(args: readonly string[], options?: GitOptions): Buffer
  /** Writes a file of the work tree and makes the folders above it. Gives its absolute path. A Buffer as path: for names that are not UTF-8. */
  write(path: string | Buffer, content: string | Uint8Array): string
  /** Writes the files, adds everything (ignored files too if named in `files`), commits it, and gives the commit's id. Each commit is a minute younger than the one before. */
  commit(message?: string, files?: Readonly<Record<string, string | Uint8Array>>): string
  /** Clones into `folder/name` with the file:// protocol, so that `--depth` and `--filter` work. */
  clone(name: string, args?: readonly string[]): TestRepository
  dispose(): void
}

/** 2024-01-01T00:00:00Z */
const FIRST_COMMIT_SECONDS = 1_704_067_200
const SECONDS_BETWEEN_COMMITS = 60
/** Enough for every output a test asks for. */
const MAX_OUTPUT_BYTES = 1 << 28

export function createRepository(options: CreateRepositoryOptions = {}): TestRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-test-')))
  const path = join(folder, 'repository')
  mkdirSync(path)
  const repository = testRepositoryAt(path, folder)
  repository.git([
    'init',
    '--quiet',
    `--initial-branch=${options.branch ?? 'main'}`,
    `--object-format=${options.objectFormat ?? 'sha1'}`,
    ...(options.bare ? ['--bare'] : []),
  ])
  return repository
}

/** Looks at a repository that is there already (a worktree, a submodule) with the same helpers. */
export function testRepositoryAt(path: string, folder: string): TestRepository {
  let commits = 0

  function gitBytes(args: readonly string[], { input, env, cwd = path }: GitOptions = {}): Buffer {
    const date = `${FIRST_COMMIT_SECONDS + commits * SECONDS_BETWEEN_COMMITS} +0000`
    return execFileSync('git', args, {
      cwd,
      env: gitTestEnvironment({ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...env }),
      maxBuffer: MAX_OUTPUT_BYTES,
      stdio: 'pipe',
      ...(input === undefined ? {} : { input }),
    })
  }

  function write(file: string | Buffer, content: string | Uint8Array): string {
    const absolute = typeof file === 'string' ? join(path, file) : Buffer.concat([Buffer.from(`${path}/`), file])
    if (typeof absolute === 'string') mkdirSync(dirname(absolute), { recursive: true })
    writeFileSync(absolute, content)
    return absolute.toString()
  }

  const git = (args: readonly string[], options?: GitOptions): string =>
    gitBytes(args, options)
      .toString()
      .replace(/\r?\n$/, '')

  return {
    path,
    folder,
    git,
    gitBytes,
    write,
    commit(message = 'change', files = {}) {
      for (const [file, content] of Object.entries(files)) write(file, content)
      git(['add', '--all'])
      if (Object.keys(files).length > 0) git(['add', '--force', '--', ...Object.keys(files)])
      git(['commit', '--quiet', '--allow-empty', '--no-verify', '-m', message])
      commits++
      return git(['rev-parse', 'HEAD'])
    },
    clone(name, args = []) {
      const target = join(folder, name)
      const url = `file://${path.startsWith('/') ? '' : '/'}${path.replaceAll('\\', '/')}`
      git(['clone', '--quiet', ...args, url, target])
      return testRepositoryAt(target, folder)
    },
    dispose() {
      // Windows keeps files of a git that has just ended locked for a moment.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
