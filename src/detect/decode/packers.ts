/** What a packer writes at the beginning of each file, and behind how many other bytes. */
interface Packer {
  readonly name: 'bzip2' | 'xz' | 'zstd' | '7z' | 'rar'
  readonly magic: string
  readonly at: number
}

/** Each by the literal that the kernel looks for. */
export const PACKERS: readonly Packer[] = [
  { name: 'bzip2', magic: '1AY&SY', at: 4 },
  { name: 'xz', magic: '\xfd7zXZ\0', at: 0 },
  { name: 'zstd', magic: '\x28\xb5\x2f\xfd', at: 0 },
  { name: '7z', magic: '7z\xbc\xaf\x27\x1c', at: 0 },
  { name: 'rar', magic: 'Rar!\x1a\x07', at: 0 },
]

/** By whom this file was packed, if by one of these. */
export function packerOf(bytes: Uint8Array): Packer['name'] | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return PACKERS.find(({ magic, at }) => head.startsWith(magic, at))?.name
}
