import { getBuiltinModule } from 'node:process'

/** Loaded when it is first needed: nearly every commit goes without, and it takes a millisecond. */
export function sha256(bytes: Uint8Array): Buffer {
  return getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest()
}
