import type { Rule } from './rule.ts'
import type { Secret } from './secret.ts'

/** Of a text round a match, either side: enough for a login beside it, and little enough for a match to depend on nothing far away. */
export const AROUND_BYTES = 200

/** A pattern found its text. Offsets are bytes into the blob; nothing here is judged yet. */
export interface Match {
  readonly rule: Rule
  readonly secret: Secret
  /** Of the secret. */
  readonly start: number
  readonly end: number
  /** Of the whole match, context included. */
  readonly matchStart: number
  readonly matchEnd: number
  /** Named groups other than `secret`: `name` (of the variable), `user`, `host`, `id` … Those that are secret are not here in plain. */
  readonly parts: Readonly<Record<string, string>>
  /** The whole line the secret starts on, bounded, latin1; for judges and excerpts. Never printed as it is. */
  readonly line: string
  /** Byte offset of `line` in the blob. */
  readonly lineStart: number
  /** Up to AROUND_BYTES either side of the match, latin1; for judges. */
  readonly around: string
  /** How it is encoded where it stands, outermost first: `['gzip', 'base64']`. Absent where it stands in plain. */
  readonly encoding?: readonly string[]
  /** Path of the file in the archive, of an archive in it behind a `!`: `lib/b.jar!x/app.properties`. Offsets and line are then of that file. */
  readonly inside?: string
}
