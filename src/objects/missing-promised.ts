import { streamGit } from '../git/stream-git.ts'
import type { ObjectId } from '../types.ts'

/** Marks what is missing, prints the other objects too: `?45b983…` */
const LIST: readonly string[] = ['rev-list', '--objects', '--no-object-names', '--all', '--reflog', '--missing=print']

/**
 * Objects that refs and reflogs lead to, and that a partial clone has not fetched. None is fetched for the asking. What lies below a
 * missing tree nobody here can know.
 */
export async function missingPromised(cwd: string): Promise<readonly ObjectId[]> {
  const git = streamGit(LIST, { cwd })
  git.stdin.end()
  const missing: ObjectId[] = []
  let rest = ''
  for await (const chunk of git.stdout) {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('?')) missing.push(line.slice(1))
  }
  return missing
}
