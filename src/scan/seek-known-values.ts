import type { KnownValues } from '../detect/known-values/known-values-from.ts'
import type { ObjectId, Source, Team } from '../types.ts'
import type { ScanParts } from './direct-scan.ts'
import { knownValueHooks } from './known-value-hooks.ts'

export interface KnownValueSearch extends Pick<ScanParts, 'notScanned' | 'progress'> {
  readonly source: Source
  readonly known: KnownValues
  readonly team: Team | undefined
  readonly cleanKey: Uint8Array | undefined
  /** Of the first pass: for progress. */
  readonly findings: number
}

/** Object → fingerprints of the known values in it. */
export interface KnownValuePrints {
  readonly found: ReadonlyMap<ObjectId, ReadonlySet<string>>
  readonly allowed: ReadonlyMap<ObjectId, ReadonlySet<string>>
}

function add(prints: Map<ObjectId, Set<string>>, id: ObjectId, some: readonly string[]): void {
  if (some.length === 0) return
  const known = prints.get(id)
  if (known) for (const print of some) known.add(print)
  else prints.set(id, new Set(some))
}

/**
 * Goes through all objects once more, for nothing but values that are only known when a first pass has come by the `.env` files. Few literals and no
 * patterns: what it costs is making the objects. Who has no such values does not pay for it.
 */
export async function seekKnownValues(search: KnownValueSearch): Promise<KnownValuePrints> {
  const { source, known, team, cleanKey, notScanned, progress, findings } = search
  const found = new Map<ObjectId, Set<string>>()
  const allowed = new Map<ObjectId, Set<string>>()
  const hooks = knownValueHooks(known)
  await source.blobs({
    history: {
      ...hooks,
      ...(team && { team }),
      ...(cleanKey && { cleanKey }),
      again: true,
      // Why something is not remembered the first pass has said.
      note: () => undefined,
      isClean: id => !found.has(id) && !allowed.has(id),
      held(id, some, letThrough) {
        add(found, id, some)
        add(allowed, id, letThrough)
      },
      unread: () => undefined,
    },
    notScanned,
    progress: one => progress({ ...one, findings, phase: 'values of .env files' }),
    isSensitiveName: hooks.isSensitiveName,
    isSensitiveFolder: hooks.isSensitiveFolder,
    look({ id, bytes }) {
      const prints = hooks.printsIn(bytes)
      add(found, id!, prints.found)
      add(allowed, id!, prints.allowed)
    },
  })
  return { found, allowed }
}
