import type { Blob, NotScanned } from '../types.ts'

/** What was not read in an archive, by the archive's own name. */
export function insideOf({ path, id }: Pick<Blob, 'path' | 'id'>, { what, why }: NotScanned): NotScanned {
  const outer = path ?? id ?? 'standard input'
  return { what: what === '' ? outer : `${outer}!${what}`, why }
}
