/** What a printed step is for; the order is the order in which steps are taken. */
export const REMEDY_KINDS = ['revoke', 'rotate', 'remove', 'replace', 'purge', 'verify', 'note'] as const
export type RemedyKind = (typeof REMEDY_KINDS)[number]

/** One step of remediation. No step ever holds a secret; commands run as printed. */
export interface Remedy {
  readonly kind: RemedyKind
  readonly text: string
  readonly commands?: readonly string[]
  /** What belongs into a file, each line as it stands there or as `path:line: code`: shown, not run. */
  readonly code?: readonly string[]
  readonly url?: string
}

/** Provider data in a rule file that revoke and rotate steps are made of. */
export interface ProviderRemedy {
  /** Where a person does it by hand. */
  readonly console?: string
  /** Sentences, in order. */
  readonly revoke?: readonly string[]
  readonly rotate?: readonly string[]
  /** Commands that work as printed once a placeholder in capitals is filled in; never with the secret in an argument. */
  readonly commands?: readonly string[]
  /** What stops working when it is revoked. */
  readonly effect?: string
}
