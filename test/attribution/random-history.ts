import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'

/** One commit; numbers choose among what is there when it is made. */
interface RandomCommit {
  readonly parents: readonly number[]
  readonly changes: readonly { readonly kind: number; readonly path: number; readonly other: number }[]
}

export interface RandomHistory {
  readonly commits: readonly RandomCommit[]
  /** Commits that refs of these kinds point to. */
  readonly refs: readonly { readonly kind: number; readonly commit: number }[]
  /** Commits at which a shallow clone would end. */
  readonly boundary: readonly number[]
}

/** `d` is a file here and a folder there; `d/e` as well. */
const PATHS = ['a', 'b', 'd', 'd/a', 'd/e', 'd/e/a', 'd/e/b', 'f/a', 'caf\\303\\251']
const CONTENTS = 5
const REFS = ['refs/heads/', 'refs/remotes/origin/', 'refs/tags/', 'refs/notes/', 'refs/heads/moved-', 'tree ', 'blob ']
const FIRST_SECONDS = 1_704_067_200

const number = fc.nat({ max: 1000 })
export const randomHistory: fc.Arbitrary<RandomHistory> = fc.record({
  commits: fc.array(
    fc.record({
      parents: fc.oneof(
        { arbitrary: fc.array(number, { minLength: 1, maxLength: 1 }), weight: 3 },
        fc.array(number, { maxLength: 4 }),
      ),
      changes: fc.array(fc.record({ kind: number, path: number, other: number }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 16 },
  ),
  refs: fc.array(fc.record({ kind: number, commit: number }), { minLength: 1, maxLength: 8 }),
  boundary: fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, fc.array(number, { maxLength: 2 })),
})

function change({ kind, path, other }: RandomCommit['changes'][number]): string {
  const [one, two] = [PATHS[path % PATHS.length]!, PATHS[other % PATHS.length]!]
  const content = `content ${other % CONTENTS}`
  const write = (mode: string, at: string): string => `M ${mode} inline "${at}"\ndata ${content.length}\n${content}\n`
  if (kind % 8 < 4) return write('100644', one)
  if (kind % 8 === 4) return write('100755', one)
  if (kind % 8 === 5) return write('120000', one)
  // Moved: gone here, there with the same content as something else already has.
  return kind % 8 === 6 ? `D "${one}"\n` : `D "${one}"\n${write('100644', two)}`
}

/** What `git fast-import` makes the history from. The first half of the commits all have different times, some of the others the same. */
function stream({ commits }: RandomHistory): string {
  return commits
    .map(({ parents, changes }, n) => {
      const from = n === 0 ? [] : [...new Set(parents.map(parent => parent % n))]
      const time = FIRST_SECONDS + n * 60
      const lines = [`commit refs/made`, `mark :${n + 1}`, `committer a <a@example.invalid> ${time} +0100`, 'data 0']
      const links = from.map((parent, i) => `${i === 0 ? 'from' : 'merge'} :${parent + 1}`)
      // Without `from` it would go on from the last one.
      const root = from.length === 0 ? 'reset refs/made\n\n' : ''
      return `${root}${[...lines, ...links].join('\n')}\n${changes.map(change).join('')}\n`
    })
    .join('')
}

export function makeHistory(history: RandomHistory): TestRepository {
  const repository = createRepository()
  const file = join(repository.folder, 'marks')
  repository.git(['fast-import', '--quiet', '--force', `--export-marks=${file}`], { input: stream(history) })
  // `:1 81d2…`
  const marks = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split(' '))
    .sort((a, b) => Number(a[0]!.slice(1)) - Number(b[0]!.slice(1)))
    .map(([, id]) => id!)
  const idOf = (n: number): string => marks[n % marks.length]!
  repository.git(['update-ref', '-d', 'refs/made'])
  history.refs.forEach(({ kind, commit }, n) => {
    const name = REFS[kind % REFS.length]!
    const id = idOf(commit)
    if (name === 'tree ') repository.git(['update-ref', `refs/tags/tree-${n}`, `${id}^{tree}`])
    else if (name === 'blob ') {
      const blob = repository.git(['hash-object', '-w', '--stdin'], { input: `content ${commit % CONTENTS}` })
      repository.git(['update-ref', `refs/tags/blob-${n}`, blob])
    } else {
      // What a moved one pointed to before is left to the reflog.
      if (name.endsWith('-')) repository.git(['update-ref', '--create-reflog', `${name}${n}`, idOf(commit + 1)])
      repository.git(['update-ref', '--create-reflog', `${name}${n}`, id])
    }
  })
  repository.git(['update-ref', 'refs/heads/main', idOf(history.refs[0]!.commit)])
  const boundary = history.boundary.map(n => `${idOf(n)}\n`)
  if (boundary.length > 0) repository.write('.git/shallow', [...new Set(boundary)].join(''))
  return repository
}
