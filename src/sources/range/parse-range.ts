import { UsageError } from '../../errors/usage-error.ts'

/** What hooks and CI services give for "there was nothing" or "there will be nothing": zeros in place of an id. */
const ZEROS = /^0{7,64}$/

export interface Range {
  /** undefined: nothing, the branch is new. */
  readonly from: string | undefined
  /** undefined: nothing, the branch is deleted. */
  readonly to: string | undefined
  /** `A...B`: what either has and the other has not. */
  readonly symmetric: boolean
}

const ALLOWED =
  'give A..B (in B, not in A), A...B (in one of them), A.. or ..B (the other end is HEAD); zeros for A: a new branch, for B: a deleted one'

export function parseRange(text: string): Range {
  const [, from, dots, to] = /^(.*?)(\.{2,3})(.*)$/s.exec(text) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '') || to.includes('..') || to.startsWith('.')) {
    throw new UsageError(`--range: not a range: "${text}": ${ALLOWED}`)
  }
  const side = (revision: string): string | undefined => {
    if (revision.startsWith('-')) throw new UsageError(`--range: no revision begins with a dash: "${text}": ${ALLOWED}`)
    return ZEROS.test(revision) ? undefined : revision || 'HEAD'
  }
  return { from: side(from), to: side(to), symmetric: dots === '...' }
}
