import type { NotScanned } from '../types.ts'

/** One entry for all that only this pack holds. */
export function brokenPack({ file, why }: { readonly file: string; readonly why: string }): NotScanned {
  return { what: file, why: `cannot be opened: ${why}; what no other pack holds is not scanned` }
}
