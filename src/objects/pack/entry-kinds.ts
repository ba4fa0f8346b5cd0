import type { ObjectType } from '../object-store.ts'

/** The types of pack entries; what git calls them in gitformat-pack. */
export const COMMIT = 1
export const TREE = 2
export const BLOB = 3
export const TAG = 4
export const OFFSET_DELTA = 6
export const REFERENCE_DELTA = 7
/** Not known, as its base is not: an entry that is left to git. */
export const UNKNOWN = 0

export const TYPE_OF_KIND: readonly (ObjectType | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag']
