import type { Confidence } from './levels.ts'
import type { Match } from './match.ts'

/** Reasons found by judges, e.g. { checksum: 'valid', entropy: 4.2 }. Goes into the report as it is: never a secret. */
export type Verdict = Readonly<Record<string, string | number | boolean>>

/** What one judge has to say; `undefined` where it has nothing to say. */
export interface Opinion {
  /** 'drop': no secret at all. 'confirm': high whatever others say short of drop. 'raise' / 'lower': one step. 'doubt': at most low. */
  readonly says: 'drop' | 'confirm' | 'raise' | 'lower' | 'doubt' | 'note'
  /** Entry for the verdict. */
  readonly verdict?: Verdict
  /** Why, for a person: "placeholder: every character the same". Never holds the secret. */
  readonly why: string
}

/** What a judge can look at. */
export interface Case {
  readonly match: Match
  /** One of the paths of the blob, where known. */
  readonly path: string | undefined
}

/** Pure: the same case gives the same opinion. */
export type Judge = (one: Case) => Opinion | undefined

/** All opinions put together. */
export interface Judgement {
  readonly dropped: boolean
  readonly confidence: Confidence
  readonly verdict: Verdict
  readonly reasons: readonly string[]
  /** Dropped because a comment in the text allows it: the reason given there, '' without one. Counted, not listed. */
  readonly allowed?: string
}
