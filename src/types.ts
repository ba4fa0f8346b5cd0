/**
 * The vocabulary. Everything else imports from here; `types/` imports nothing but itself.
 *
 * A *source* brings *blobs*; the kernel finds *anchors* in their bytes; a rule's pattern turns an anchor
 * into a *match*; *judges* say how much to believe it; matches of one secret merge into one *finding* with
 * all its *places*; a *remedy* says what to do about it.
 */

export type * from './types/anchor.ts'
export type * from './types/blob.ts'
export * from './types/dotenv-name.ts'
export * from './types/finding.ts'
export type * from './types/history.ts'
export type * from './types/judge.ts'
export * from './types/levels.ts'
export * from './types/match.ts'
export * from './types/remedy.ts'
export * from './types/report.ts'
export type * from './types/rule.ts'
export type * from './types/rule-set.ts'
export type * from './types/search.ts'
export type * from './types/secret.ts'
export type * from './types/sensitive-names.ts'
export type * from './types/source.ts'
