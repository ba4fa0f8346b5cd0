import type { ObjectId } from '../types.ts'

/** The id that stands at `at`, in hex. */
export function idAt(bytes: Uint8Array, at: number, idBytes: number): ObjectId {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, idBytes).toString('hex')
}
