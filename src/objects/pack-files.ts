import { join } from 'node:path'
import { namesIn } from './names-in.ts'

export interface PackFiles {
  /** Names every pack there is: another text means that a repack, gc or fetch has come in between. */
  readonly fingerprint: string
  /** A partial clone: packs of a remote that promises to give what is missing. */
  readonly promised: boolean
  /** Those of whole packs, `.idx`. */
  readonly indexes: readonly string[]
  /** Packs that git does not look into, since their index is gone; and indexes without a pack. */
  readonly halves: readonly string[]
}

/** What lies in the `pack` folders, without opening anything. */
export function packFiles(objectDirs: readonly string[]): PackFiles {
  const found: string[] = []
  for (const folder of objectDirs) {
    for (const name of namesIn(join(folder, 'pack'))) {
      // Not `tmp_pack_…`, which is still being written.
      if (/^pack-.*\.(?:pack|idx|promisor)$/.test(name)) found.push(join(folder, 'pack', name))
    }
  }
  const all = new Set(found.sort())
  const other = (file: string): string =>
    file.endsWith('.pack') ? file.replace(/pack$/, 'idx') : file.replace(/idx$/, 'pack')
  return {
    indexes: found.filter(file => file.endsWith('.idx') && all.has(other(file))),
    fingerprint: found.join('\0'),
    promised: found.some(file => file.endsWith('.promisor')),
    halves: found.filter(file => !file.endsWith('.promisor') && !all.has(other(file))),
  }
}
