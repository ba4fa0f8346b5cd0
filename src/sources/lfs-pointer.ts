const POINTER = Buffer.from('version https://git-lfs.github.com/spec/v1')
/** By its specification a pointer is smaller: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const MAX_POINTER_BYTES = 1024

export const LFS_WHY = 'Git LFS object: its content is not in the repository'

/** Does this blob only say where the content is kept? */
export function isLfsPointer(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_POINTER_BYTES || bytes[0] !== POINTER[0] || bytes.length < POINTER.length) return false
  return POINTER.every((byte, i) => bytes[i] === byte)
}
