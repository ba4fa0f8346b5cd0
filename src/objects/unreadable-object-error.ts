import type { NotScanned, ObjectId } from '../types.ts'

/** An object that is there and cannot be read: corrupt, too large, not permitted. `why` is fit for a NotScanned entry. */
export class UnreadableObjectError extends Error implements NotScanned {
  override readonly name = 'UnreadableObjectError'
  readonly what: ObjectId
  readonly why: string

  constructor(id: ObjectId, why: string, options?: { cause?: unknown }) {
    super(`${id}: ${why}`, options)
    this.what = id
    this.why = why
  }
}
