import type { ByteSet } from './byte-set.ts'

/**
 * A pattern as the checks see it: what bytes it takes, not what it captures. A back reference is its group again (or nothing),
 * so that every check looks at a superset of what really matches.
 */
export type PatternNode =
  | { readonly type: 'set'; readonly bytes: ByteSet }
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly type: 'repeat'
      readonly item: PatternNode
      readonly min: number
      readonly max: number
      readonly raw: string
    }
  | { readonly type: 'look'; readonly behind: boolean; readonly negate: boolean; readonly body: PatternNode }
