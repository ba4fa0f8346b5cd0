import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inject } from 'vitest'
import { makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { type TestRepository, testRepositoryAt } from '../../../fixtures/repositories/create-repository.ts'
import { gitTestEnvironment } from '../../../fixtures/repositories/git-test-environment.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'

interface Ran {
  readonly code: number | null
  /** Standard output and standard error. */
  readonly said: string
}

interface Tried extends Ran {
  readonly committed: boolean
}

/** A repository of somebody who uses keyscan. */
export interface Project extends TestRepository {
  /** Runs keyscan in the work tree, or in a folder of it. */
  keyscan(args: readonly string[], cwd?: string): Ran
  /** Stages a file with a leak in it and runs `git commit`. */
  commitLeak(): Tried
  /** The same without a leak. */
  commitClean(): Tried
  /** The same project in a second work tree. */
  linkedWorktree(): Project
}

/** What a person's shell has, but for a keyscan of the machine's own. HUSKY would switch husky off. */
function environment(): Record<string, string> {
  const { HUSKY: _, ...rest } = gitTestEnvironment()
  const folders = (process.env.PATH ?? '').split(delimiter)
  const without = folders.filter(folder => !['keyscan', 'keyscan.cmd'].some(name => existsSync(join(folder, name))))
  return { ...rest, PATH: without.join(delimiter), NO_COLOR: '1' }
}

function run(cwd: string, command: string, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: environment(), encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

function projectAt(repository: TestRepository): Project {
  let files = 0

  function commitFile(text: string): Tried {
    const file = `file-${++files}.txt`
    repository.write(file, text)
    repository.git(['add', '--', file])
    const tip = (): string => repository.git(['rev-parse', '--revs-only', 'HEAD'])
    const before = tip()
    const ran = run(repository.path, 'git', ['commit', '-m', 'change'])
    const committed = tip() !== before
    // Not in the way of the next one.
    if (!committed) repository.git(['rm', '--quiet', '--force', '--', file])
    return { ...ran, committed }
  }

  return {
    ...repository,
    keyscan: (args, cwd = '.') => run(join(repository.path, cwd), process.execPath, [inject('bin'), ...args]),
    commitLeak: () => commitFile(`token = "${makeLeak()}"\n`),
    commitClean: () => commitFile(`a line, ${files}\n`),
    linkedWorktree() {
      const path = join(repository.folder, 'linked')
      repository.git(['worktree', 'add', '--quiet', '-b', 'linked', path])
      return projectAt(testRepositoryAt(path, repository.folder))
    },
  }
}

/** As npm would put it there: a script of the shell's, on Windows too. */
function installKeyscan({ path }: TestRepository): void {
  const folder = join(path, 'node_modules', '.bin')
  const quoted = [process.execPath, inject('bin')].map(part => `'${part.replaceAll('\\', '/')}'`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'keyscan'), `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`, { mode: 0o755 })
}

/** A project that goes with its test, with keyscan in its node_modules. */
export function createProject({ installed = true } = {}): Project {
  const repository = newRepository()
  repository.commit('first', { '.gitignore': 'node_modules/\n', 'package.json': '{}\n' })
  if (installed) installKeyscan(repository)
  return projectAt(repository)
}
