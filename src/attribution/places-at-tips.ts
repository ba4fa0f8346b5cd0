import type { Ref } from '../git/list-refs.ts'
import { runGit } from '../git/run-git.ts'
import type { ObjectId } from '../types.ts'
import { refsIn } from './containing-refs.ts'
import type { Introduction } from './introduction.ts'
import type { BlobPaths } from './paths-of.ts'

/**
 * Questions to git, each a walk down one path of one tree (some microseconds). A mirror with thousands of branches and a secret in
 * thousands of versions would ask millions; beyond this, only HEAD and the versions asked about so far say where a secret still stands.
 */
const MAX_QUESTIONS = 50_000

/** A question is one line of bytes: a path with a line feed cannot be asked about, nor one whose bytes decodePath had to escape. */
const UNASKABLE = /\n|\\x[0-9a-f]{2}/

/** Branches, and HEADs that are on none. */
const IS_TIP = /^refs\/(?:heads|remotes)\/|(?:^|\/)HEAD$/

export const placeKey = (blob: ObjectId, path: string): string => `${blob} ${path}`

/** Which of these blobs, where not in HEAD, still stand at their path at the tip of a branch or of a work tree: keys made by placeKey. */
export async function placesAtTips(
  cwd: string,
  introductions: ReadonlyMap<ObjectId, readonly Introduction[]>,
  refs: readonly Ref[],
  inHead: BlobPaths,
): Promise<ReadonlySet<string>> {
  const questions: { readonly key: string; readonly blob: ObjectId; readonly line: string }[] = []
  const asked = new Set<string>()
  for (const [blob, all] of introductions) {
    for (const { commit, path } of all) {
      if (inHead.get(blob)?.has(path) || UNASKABLE.test(path)) continue
      for (const n of refsIn(commit.refs)) {
        const ref = refs[n]!
        const line = `${ref.commit}:${path}`
        const key = placeKey(blob, path)
        if (!IS_TIP.test(ref.name) || asked.has(`${blob} ${line}`) || questions.length >= MAX_QUESTIONS) continue
        asked.add(`${blob} ${line}`)
        questions.push({ key, blob, line })
      }
    }
  }
  if (questions.length === 0) return new Set()
  const input = questions.map(({ line }) => `${line}\n`).join('')
  const output = await runGit(['cat-file', '--batch-check=%(objectname)', '--buffer'], { cwd, input })
  const answers = output.toString('latin1').split('\n')
  return new Set(questions.filter(({ blob }, i) => answers[i] === blob).map(({ key }) => key))
}
