import type { CleanObjects } from '../../objects/clean-cache/clean-objects.ts'
import { idSetOfHex } from '../../objects/clean-cache/id-set.ts'
import { idsIn } from '../../objects/ids-in.ts'
import type { DirectObjects } from '../../objects/pack/open-direct-objects.ts'
import type { ObjectId } from '../../types.ts'
import type { CleanOnes } from './object-visitor.ts'
import type { PackScan } from './scan-packs.ts'
import { addSeen, nothingSeen } from './seen.ts'

export interface LookedAt {
  readonly direct: DirectObjects
  /** What was known before, and was not looked at. */
  readonly known: CleanObjects | undefined
  readonly scan: PackScan
  /** Of what was read one by one. */
  readonly clean: CleanOnes
  readonly missing: readonly ObjectId[]
}

/** What is known after a scan of everything. Whatever is not known to be clean is left: also what could not be read, or went missing meanwhile. */
export function cleanNow({ direct, known, scan, clean, missing }: LookedAt): CleanObjects {
  const { idBytes } = direct.built.forest
  const oneByOne = [...scan.failed, ...direct.circular(), ...idsIn(direct.loose.ids, idBytes, known?.loose)]
  const left = idSetOfHex([...scan.left, ...oneByOne.filter(id => !clean.ids.has(id))], idBytes)
  const totals = nothingSeen()
  for (const sum of [known?.totals ?? nothingSeen(), scan.seen, clean.seen]) addSeen(totals, sum)
  addSeen(totals, scan.leftSeen, -1)
  return {
    idBytes,
    packs: direct.packs,
    loose: idSetOfHex(idsIn(direct.loose.ids, idBytes, left), idBytes),
    left,
    missing: idSetOfHex(missing, idBytes),
    totals,
  }
}
