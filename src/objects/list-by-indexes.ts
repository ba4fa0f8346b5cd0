import type { NotScanned, ObjectId } from '../types.ts'
import { brokenPack } from './broken-pack.ts'
import { looseNames } from './loose-names.ts'
import { openPackSet } from './pack/pack-set.ts'
import { packFiles } from './pack-files.ts'

/**
 * Ids of all objects that can be read, without git, which does not list any where one pack is not what its index says. Some come more than once. Packs
 * that are left out go to `onProblem`.
 */
export function* listByIndexes(
  objectDirs: readonly string[],
  idBytes: number,
  onProblem: (problem: NotScanned) => void,
): Generator<readonly ObjectId[]> {
  const { packs, broken, unknown, close } = openPackSet(packFiles(objectDirs).indexes, idBytes)
  try {
    for (const { index } of packs) {
      const hex = Buffer.from(index.ids).toString('hex')
      yield Array.from({ length: index.count }, (_, row) => hex.slice(row * 2 * idBytes, (row + 1) * 2 * idBytes))
    }
    yield [...looseNames(objectDirs, idBytes)]
  } finally {
    close()
  }
  for (const pack of broken) onProblem(brokenPack(pack))
  for (const file of unknown) onProblem({ what: file, why: 'not opened: git stopped at a broken pack before it' })
}
