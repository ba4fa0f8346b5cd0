import type { TestRepository } from '../../../fixtures/repositories/create-repository.ts'
import { DEFAULT_CONFIG } from '../../../src/config/config.ts'
import { findRepository, type Repository } from '../../../src/git/find-repository.ts'
import { openObjectStore } from '../../../src/objects/open-object-store.ts'
import { type HistoryOptions, historySource } from '../../../src/sources/history.ts'
import { rangeSource } from '../../../src/sources/range.ts'
import type { Blob, Looked, NotScanned, ObjectId, Origin, Source } from '../../../src/types.ts'

const { limits } = DEFAULT_CONFIG

/** Something that a source handed over, as text. */
export interface Shown extends Omit<Blob, 'bytes'> {
  readonly text: string
}

export interface LookedThrough {
  readonly shown: readonly Shown[]
  readonly looked: Looked
  readonly notScanned: readonly NotScanned[]
  readonly source: Source
  readonly repository: Repository
}

async function lookThrough(repository: Repository, source: Source): Promise<LookedThrough> {
  const shown: Shown[] = []
  const notScanned: NotScanned[] = []
  try {
    const looked = await source.blobs({
      look: ({ bytes, ...rest }) => shown.push({ ...rest, text: Buffer.from(bytes).toString('latin1') }),
      notScanned: entry => notScanned.push(entry),
      progress: () => undefined,
      isSensitiveName: name => name === '.env',
      isSensitiveFolder: () => false,
    })
    return { shown, looked, notScanned, source, repository }
  } finally {
    await source.close()
  }
}

export async function lookThroughHistory(
  { path }: Pick<TestRepository, 'path'>,
  options: HistoryOptions = {},
): Promise<LookedThrough> {
  const repository = await findRepository(path)
  const store = openObjectStore({ ...repository, cwd: repository.root }, { maxObjectBytes: limits.blobBytes })
  return lookThrough(repository, historySource(repository, store, options))
}

export async function lookThroughRange({ path }: Pick<TestRepository, 'path'>, range: string): Promise<LookedThrough> {
  const repository = await findRepository(path)
  return lookThrough(repository, rangeSource(repository, range, { limits }))
}

/** Whatever was handed over that holds this text. */
export function holding({ shown }: Pick<LookedThrough, 'shown'>, text: string): readonly Shown[] {
  return shown.filter(one => one.text.includes(text))
}

/** The ids of what holds this text, each once. */
function idsHolding(looked: Pick<LookedThrough, 'shown'>, text: string): ReadonlySet<ObjectId> {
  return new Set(holding(looked, text).map(one => one.id!))
}

/** Of a range: where each thing that holds this text came from. */
export async function rangeOrigins(looked: LookedThrough, text: string): Promise<readonly Origin[]> {
  return [...(await looked.source.origins!(idsHolding(looked, text))).values()].flat()
}
