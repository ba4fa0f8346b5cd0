/** A value of somebody's `.env` that must not stand anywhere else. Secret: to be kept where nothing prints it. */
export interface KnownValue {
  /** Bytes read as latin1. */
  readonly value: string
  /** The file that it is from. */
  readonly file: string
  readonly key: string
  /** Git ignores that file: the value is nowhere but here, or should be. */
  readonly ignored: boolean
}
