import { ABSENT, SUBMODULE } from '../../git/entry-modes.ts'
import type { RawChange } from '../../git/parse-raw-diff.ts'
import type { ObjectId } from '../../types.ts'

/** What stood there before: of a merge, in each of its parents. */
export function contentsBefore({ before }: RawChange): readonly ObjectId[] {
  const contents = before.filter(({ mode }) => mode !== ABSENT && mode !== SUBMODULE)
  return [...new Set(contents.map(({ id }) => id))]
}
