import type { Repository } from '../git/find-repository.ts'
import { ID_BYTES } from '../git/id-bytes.ts'
import { idsIn } from '../objects/ids-in.ts'
import type { ObjectStore, ObjectType, RecordedGenealogy } from '../objects/object-store.ts'
import { openObjectStore } from '../objects/open-object-store.ts'
import type { DirectObjects } from '../objects/pack/open-direct-objects.ts'
import type { ObjectId, Team } from '../types.ts'
import { createGenealogy, type Genealogy } from './genealogy/genealogy.ts'
import { recallGenealogy } from './recall-genealogy.ts'
import { recordGenealogy } from './record-genealogy.ts'

const KINDS: ReadonlySet<ObjectType> = new Set(['tree', 'commit'])

/** All commits and trees, each read once at most. `store`: where packs are open already; without one, they are opened. */
export async function readGenealogy(
  repository: Repository,
  wanted: ReadonlySet<ObjectId>,
  store?: ObjectStore | undefined,
  team?: Team | undefined,
): Promise<Genealogy> {
  const genealogy = createGenealogy(ID_BYTES[repository.objectFormat], wanted)
  // One of its own for what packs do not hold: commits and trees that a scan takes for too large tell where the rest comes from all the same.
  const own = openObjectStore({ ...repository, cwd: repository.root })
  try {
    const direct = await (store ?? own).openDirect()
    if (direct) await readPacks(direct, genealogy, own, store?.recorded ?? (await recordGenealogy(direct, team)))
    else await own.readAll(genealogy.add, untold, { kinds: KINDS })
  } finally {
    await own.close()
  }
  return genealogy
}

/** What cannot be read is a gap, which is told of where it matters; the scan that asks has named it by its id. */
function untold(): void {}

/** What lies in packs is read there; what is loose, damaged or too large, and what only git can tell, by the store. */
async function readPacks(
  direct: DirectObjects,
  genealogy: Genealogy,
  store: ObjectStore,
  recorded: RecordedGenealogy,
): Promise<void> {
  const { commits, trees } = genealogy
  recallGenealogy(recorded.records, direct.built.forest, genealogy)
  if (direct.onlyGit || direct.changed()) {
    const senseless = direct.circular()
    const isKnown = (id: ObjectId): boolean =>
      commits.ids.numberOf(id) !== -1 || trees.find(Buffer.from(id, 'hex'), 0) !== -1 || senseless.has(id)
    await store.readAll(genealogy.add, untold, { kinds: KINDS, isKnown })
  } else {
    const { orphans } = direct.built
    await store.read(
      [...recorded.failed, ...orphans.map(direct.idOf), ...idsIn(direct.loose.ids, direct.loose.idBytes)],
      genealogy.add,
      untold,
    )
  }
}
