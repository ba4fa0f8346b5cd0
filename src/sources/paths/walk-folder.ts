import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FileOnDisk, fileOnDisk } from './file-on-disk.ts'

/** Of the repository's own store nothing is a file of the person's. */
const STORE = '.git'
/** What stands in a name for bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd'

interface Entry {
  readonly file: FileOnDisk
  readonly name: string
  readonly isFolder: boolean
}

/** Names are asked for as bytes only where one of them is odd. */
function entriesOf(folder: FileOnDisk): readonly Entry[] {
  const entries: readonly Dirent[] = readdirSync(folder.at, { withFileTypes: true })
  const { at } = folder
  const isPlain = typeof at === 'string' && !entries.some(({ name }) => name.includes(REPLACEMENT))
  const found = isPlain
    ? entries.map(entry => ({
        file: { path: join(folder.path, entry.name), at: join(at, entry.name) },
        name: entry.name,
        isFolder: entry.isDirectory(),
      }))
    : readdirSync(folder.at, { withFileTypes: true, encoding: 'buffer' }).map(entry => ({
        file: fileOnDisk(folder, entry.name),
        name: entry.name.toString('latin1'),
        isFolder: entry.isDirectory(),
      }))
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Files under a folder, all of them; links are not followed, so that no loop can be entered. */
export function* walkFolder(
  folder: FileOnDisk,
  unreadable: (folder: string, error: unknown) => void,
): Generator<FileOnDisk> {
  let entries: readonly Entry[]
  try {
    entries = entriesOf(folder)
  } catch (error) {
    unreadable(folder.path, error)
    return
  }
  for (const { file, name, isFolder } of entries) {
    if (name === STORE) continue
    if (isFolder) yield* walkFolder(file, unreadable)
    else yield file
  }
}
