import type { ObjectId } from '../types.ts'
import { runGit } from './run-git.ts'

/** rev-parse ends with 1 or 128 where there is no such revision, or it leads to something else. */
const OK_CODES = [0, 1, 128]

/** What a revision names; `type` as git's `^{…}`: an annotated tag stays one with 'object'. undefined where there is no such thing here. */
export async function resolveRevision(
  cwd: string,
  revision: string,
  type: 'object' | 'commit' | 'tree' | 'blob',
): Promise<ObjectId | undefined> {
  // No name of a ref begins with a dash, nor does any other revision: it would be taken for an option.
  if (revision === '' || /^-|[\0\n]/.test(revision)) return undefined
  const args = ['rev-parse', '--verify', '--quiet', `${revision}^{${type}}`]
  return (await runGit(args, { cwd, okCodes: OK_CODES })).toString('latin1').trim() || undefined
}
