/**
 * A value that must not be shown. Every implicit conversion (string, JSON, inspect, template) gives the
 * redacted form; only `reveal()` gives the value, and its callers are few and found by grep.
 */
export interface Secret {
  /** The value itself. Calls to this are reviewed one by one. */
  reveal(): string
  /** Shortened so that it can be recognised, not used: `sk-proj-…Q3fA`. */
  readonly redacted: string
  /** Characters in the value. */
  readonly length: number
  toString(): string
  toJSON(): string
}
