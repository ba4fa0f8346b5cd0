import type { Opinion } from '../../types.ts'

/** Of a sum that vendors put into a key: one in millions holds by chance, and a mistyped key is still somebody's key. */
export function summed(holds: boolean): Opinion {
  return holds
    ? { says: 'confirm', verdict: { checksum: 'valid' }, why: 'its checksum is right' }
    : { says: 'doubt', verdict: { checksum: 'invalid' }, why: 'its checksum is wrong: mistyped, cut or made up' }
}
