import type { Shipment } from '../../remedies/remedy-input.ts'
import { foldersOf } from './folders-of.ts'
import { imagesOf } from './images-of.ts'
import { packagesOf } from './packages-of.ts'
import type { WorkTree } from './work-tree.ts'

/** Where a file of the work tree goes besides the repository: into container images, into a package of npm. Each Dockerfile or manifest once. */
export function shipmentsOf(tree: WorkTree, path: string): readonly Shipment[] {
  if (!tree.has(path)) return []
  const all = foldersOf(path).flatMap(folder => [...imagesOf(tree, folder, path), ...packagesOf(tree, folder, path)])
  return all.filter((one, at) => all.findIndex(other => other.file === one.file) === at)
}
