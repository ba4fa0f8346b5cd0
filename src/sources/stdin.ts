import type { Limits } from '../config/config.ts'
import type { Source } from '../types.ts'

/** Text from a pipe, judged by the path it is said to have. */
export function stdinSource(bytes: Uint8Array, name: string | undefined, limits: Limits): Source {
  return {
    mode: 'stdin',
    async blobs(hooks) {
      const looked = { commits: 0, refs: [], named: new Map<string, ReadonlySet<string>>() }
      if (bytes.length > limits.blobBytes) {
        hooks.notScanned({
          what: name ?? 'standard input',
          why: `${bytes.length} bytes, more than limits.blob-bytes (${limits.blobBytes})`,
        })
        return { blobs: 0, bytes: 0, ...looked }
      }
      hooks.look({ kind: 'stdin', bytes, ...(name !== undefined && { path: name }) })
      return { blobs: 1, bytes: bytes.length, ...looked }
    },
    origins: keys =>
      new Map(
        [...keys].map(key => [
          key,
          [{ state: 'file' as const, in: 'standard input' as const, ...(name !== undefined && { path: name }) }],
        ]),
      ),
    // Nothing stood there before.
    read: async () => undefined,
    close: async () => undefined,
  }
}
