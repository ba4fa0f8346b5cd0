/** Of an object's id, by the repository's format. */
export const ID_BYTES = { sha1: 20, sha256: 32 } as const
