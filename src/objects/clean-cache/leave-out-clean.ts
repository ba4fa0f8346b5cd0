import { entriesOfRows } from '../pack/entries-of-rows.ts'
import type { DirectObjects } from '../pack/open-direct-objects.ts'
import { pruneForest } from '../pack/prune-forest.ts'
import { rowAmong } from '../pack/row-among.ts'
import type { CleanObjects } from './clean-objects.ts'
import type { IdSet } from './id-set.ts'

/**
 * The same objects, less those that are known to be clean: they are in no list of what is wanted. Undefined where something that was there is gone
 * (open-clean-cache.ts says why that matters). `direct` has to be opened with the known packs first, so that of what several packs hold it is the
 * copy in a known one that counts, as it was when they became known.
 */
export function leaveOutClean(direct: DirectObjects, known: CleanObjects): DirectObjects | undefined {
  const { built, packs, onlyGit } = direct
  const { forest } = built
  // Of what is damaged in a circle nobody knows which copy counts.
  if (onlyGit || built.circular.length > 0) return undefined
  const hasPacks = known.packs.every(({ checksum, objects }, i) => {
    const pack = packs[i]
    return pack?.objects === objects && Buffer.from(pack.checksum).equals(checksum)
  })
  if (!hasPacks || !hasAll(known.loose, direct, known.idBytes) || !hasAll(known.left, direct, known.idBytes))
    return undefined
  const wanted = new Uint8Array(new SharedArrayBuffer(forest.count))
  wanted.set(forest.wanted)
  wanted.fill(0, 0, forest.starts[known.packs.length])
  const entries = entriesOfRows(forest)
  const mark = (set: IdSet, value: 0 | 1): void => {
    for (let at = 0; at < set.bytes.length; at += known.idBytes) {
      const row = rowAmong(forest, set.bytes, at)
      if (row !== -1) wanted[entries[row]!] = value
    }
  }
  mark(known.left, 1)
  // Packed since; in the first pack that has them, as all others count as copies already.
  mark(known.loose, 0)
  return { ...direct, built: pruneForest(built, wanted) }
}

function hasAll({ bytes }: IdSet, { holdsAt }: DirectObjects, idBytes: number): boolean {
  for (let at = 0; at < bytes.length; at += idBytes) if (!holdsAt(bytes, at)) return false
  return true
}
