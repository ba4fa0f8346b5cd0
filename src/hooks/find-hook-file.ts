import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import { findRepository } from '../git/find-repository.ts'
import { runGit } from '../git/run-git.ts'

export interface HookFile {
  /** Absolute. */
  readonly file: string
  /** Whose place it is, for the message. */
  readonly keeper: 'husky' | 'core.hooksPath' | 'git'
  /** What has to be done before git runs the hook; absent where it runs now. */
  readonly pending?: string
}

/** Hook managers that write the hook files themselves from their own configuration: what was added by hand would be lost. */
const MANAGERS: readonly { name: string; files: readonly string[]; mark: RegExp; add: string }[] = [
  {
    name: 'lefthook',
    files: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml', 'lefthook.toml', 'lefthook.json'],
    mark: /lefthook/i,
    add: 'pre-commit:\n  commands:\n    keyscan:\n      run: npx keyscan --staged',
  },
  {
    name: 'pre-commit',
    files: ['.pre-commit-config.yaml'],
    mark: /pre-commit\.com|hook-impl/,
    add:
      '- repo: local\n  hooks:\n    - id: keyscan\n      name: keyscan\n      entry: npx keyscan --staged\n' +
      '      language: system\n      pass_filenames: false',
  },
  {
    name: 'simple-git-hooks',
    files: ['.simple-git-hooks.json', '.simple-git-hooks.js', '.simple-git-hooks.cjs', 'simple-git-hooks.json'],
    mark: /SKIP_SIMPLE_GIT_HOOKS/,
    add: '"pre-commit": "npx keyscan --staged"',
  },
]

const INACTIVE = 'husky is not active in this work tree yet: run npm install (or npx husky) in it'

async function config(root: string, args: readonly string[]): Promise<string> {
  // 1: the key is not set.
  const output = await runGit(['config', ...args], { cwd: root, okCodes: [0, 1] })
  return output.toString('utf8').trimEnd()
}

function refuseManaged(root: string, hook: string): void {
  const script = existsSync(hook) ? readFileSync(hook, 'utf8') : ''
  const manager = MANAGERS.find(
    ({ mark, files }) => mark.test(script) || files.some(file => existsSync(join(root, file))),
  )
  if (!manager) return
  throw new UsageError(
    `this repository keeps its hooks with ${manager.name}, which would overwrite what keyscan writes. ` +
      `Add this to its configuration instead:\n\n${manager.add}\n`,
  )
}

/** Where this repository's pre-commit hook is kept. Throws UsageError where keyscan should not write one. */
export async function findHookFile(directory: string): Promise<HookFile> {
  const repository = await findRepository(directory)
  if (repository.workTree === undefined) {
    throw new UsageError(
      `${repository.root} is a bare repository: nothing is committed there, so it needs no pre-commit hook.`,
    )
  }
  const root = repository.workTree
  const hooksPath = await config(root, ['--get', 'core.hooksPath'])
  if (/(?:^|[\\/])\.husky(?:[\\/]_)?[\\/]?$/.test(hooksPath)) {
    const folder = resolve(root, hooksPath)
    const hook = { file: join(folder.replace(/[\\/]_$/, ''), 'pre-commit'), keeper: 'husky' } as const
    // What husky puts into `_` is ignored by git, so a linked worktree has the setting but not the files.
    return !folder.endsWith('_') || existsSync(join(folder, 'pre-commit')) ? hook : { ...hook, pending: INACTIVE }
  }
  if (hooksPath === '' && existsSync(join(root, '.husky'))) {
    return { file: join(root, '.husky', 'pre-commit'), keeper: 'husky', pending: INACTIVE }
  }
  if (hooksPath !== '') {
    const [scope = ''] = (await config(root, ['--show-scope', '--get', 'core.hooksPath'])).split(/\s/)
    if (scope === 'global' || scope === 'system') {
      throw new UsageError(
        `core.hooksPath is set for every repository of this ${scope === 'global' ? 'user' : 'machine'} (${hooksPath}). ` +
          'Give this repository a folder of its own first: git config core.hooksPath .githooks',
      )
    }
  }
  const folder = (await runGit(['rev-parse', '--git-path', 'hooks'], { cwd: root }))
    .toString('utf8')
    .replace(/\r?\n$/, '')
  const file = join(resolve(root, folder), 'pre-commit')
  refuseManaged(root, file)
  return { file, keeper: hooksPath === '' ? 'git' : 'core.hooksPath' }
}
