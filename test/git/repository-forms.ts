import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  createRepository,
  type TestRepository,
  testRepositoryAt,
} from '../../fixtures/repositories/create-repository.ts'

export interface RepositoryForm {
  readonly name: string
  /** The folder to start in, and what has to be disposed of. */
  make(): { readonly cwd: string; readonly owner: TestRepository; readonly env?: Readonly<Record<string, string>> }
}

function withHistory(options: Parameters<typeof createRepository>[0] = {}): TestRepository {
  const owner = createRepository(options)
  owner.git(['config', 'uploadpack.allowFilter', 'true'])
  owner.commit('first', { 'sub/a.txt': 'one\n', b: 'two\n' })
  owner.commit('second', { 'sub/a.txt': 'three\n' })
  return owner
}

/** Another repository, of which this one is the submodule `inner`. */
function withSubmodule(inner: TestRepository): TestRepository {
  const outer = testRepositoryAt(join(inner.folder, 'outer'), inner.folder)
  mkdirSync(outer.path)
  outer.git(['init', '--quiet'])
  outer.git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'inner'])
  return outer
}

/** Ways in which a repository can lie on disk, each with a folder that git finds it from. */
export const REPOSITORY_FORMS: readonly RepositoryForm[] = [
  {
    name: 'an ordinary one',
    make() {
      const owner = withHistory()
      return { cwd: owner.path, owner }
    },
  },
  {
    name: 'from a subfolder',
    make() {
      const owner = withHistory()
      return { cwd: join(owner.path, 'sub'), owner }
    },
  },
  {
    name: 'no commit yet',
    make() {
      const owner = createRepository()
      return { cwd: owner.path, owner }
    },
  },
  {
    name: 'detached HEAD',
    make() {
      const owner = withHistory()
      owner.git(['checkout', '--quiet', '--detach', 'HEAD~1'])
      return { cwd: owner.path, owner }
    },
  },
  {
    name: 'packed refs',
    make() {
      const owner = withHistory()
      owner.git(['pack-refs', '--all'])
      return { cwd: owner.path, owner }
    },
  },
  {
    name: 'SHA-256',
    make() {
      const owner = withHistory({ objectFormat: 'sha256' })
      return { cwd: owner.path, owner }
    },
  },
  {
    name: 'bare',
    make() {
      const owner = withHistory()
      return { cwd: owner.clone('bare.git', ['--bare']).path, owner }
    },
  },
  {
    name: 'bare and SHA-256, from inside its folders',
    make() {
      const owner = withHistory({ objectFormat: 'sha256' })
      return { cwd: join(owner.clone('bare.git', ['--bare']).path, 'objects'), owner }
    },
  },
  {
    name: 'inside the .git folder',
    make() {
      const owner = withHistory()
      return { cwd: join(owner.path, '.git', 'refs'), owner }
    },
  },
  {
    name: 'a linked worktree',
    make() {
      const owner = withHistory()
      const tree = join(owner.folder, 'worktree')
      owner.git(['worktree', 'add', '--quiet', tree, 'HEAD~1'])
      return { cwd: join(tree, 'sub'), owner }
    },
  },
  {
    name: 'a linked worktree of a bare repository',
    make() {
      const owner = withHistory()
      const tree = join(owner.folder, 'worktree')
      owner.clone('bare.git', ['--bare']).git(['worktree', 'add', '--quiet', tree])
      return { cwd: tree, owner }
    },
  },
  {
    name: 'a submodule',
    make() {
      const owner = withHistory()
      const outer = withSubmodule(owner)
      return { cwd: join(outer.path, 'inner', 'sub'), owner }
    },
  },
  {
    name: 'a submodule with a sparse checkout, which has its core.worktree elsewhere',
    make() {
      const owner = withHistory()
      const outer = withSubmodule(owner)
      const cwd = join(outer.path, 'inner')
      outer.git(['sparse-checkout', 'set', 'sub'], { cwd })
      return { cwd, owner }
    },
  },
  {
    name: 'a separate git folder',
    make() {
      const owner = withHistory()
      const clone = owner.clone('clone', ['--separate-git-dir', join(owner.folder, 'elsewhere.git')])
      return { cwd: clone.path, owner }
    },
  },
  {
    name: 'shallow',
    make() {
      const owner = withHistory()
      return { cwd: owner.clone('shallow', ['--depth=1']).path, owner }
    },
  },
  {
    name: 'partial',
    make() {
      const owner = withHistory()
      return { cwd: owner.clone('partial', ['--filter=blob:none', '--no-checkout']).path, owner }
    },
  },
  {
    name: 'GIT_DIR and GIT_WORK_TREE',
    make() {
      const owner = withHistory()
      const env = { GIT_DIR: join(owner.path, '.git'), GIT_WORK_TREE: owner.path }
      return { cwd: owner.folder, owner, env }
    },
  },
  {
    name: 'GIT_DIR alone, relative, as in a hook',
    make() {
      const owner = withHistory()
      return { cwd: owner.path, owner, env: { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' } }
    },
  },
  {
    name: 'GIT_DIR of a linked worktree, as in its hooks',
    make() {
      const owner = withHistory()
      const tree = join(owner.folder, 'worktree')
      owner.git(['worktree', 'add', '--quiet', tree])
      return { cwd: tree, owner, env: { GIT_DIR: join(owner.path, '.git', 'worktrees', 'worktree') } }
    },
  },
  {
    name: 'GIT_OBJECT_DIRECTORY, as in a quarantine',
    make() {
      const owner = withHistory()
      const quarantine = join(owner.path, '.git', 'objects', 'incoming-1')
      mkdirSync(quarantine)
      const env = {
        GIT_OBJECT_DIRECTORY: quarantine,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: join(owner.path, '.git', 'objects'),
      }
      return { cwd: owner.path, owner, env }
    },
  },
]
