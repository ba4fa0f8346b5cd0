import { join } from 'node:path'
import { decodePath } from '../../git/decode-path.ts'

/** A file by its absolute path, and what it is opened by: the same, or bytes where they are no UTF-8. */
export interface FileOnDisk {
  readonly path: string
  readonly at: string | Buffer
}

const SLASH = Buffer.from('/')

/** What stands in a folder under a name (or a way from there) that the system, or git, gave as bytes. */
export function fileOnDisk(folder: FileOnDisk, name: Buffer): FileOnDisk {
  const text = name.toString('utf8')
  const path = join(folder.path, decodePath(name))
  if (typeof folder.at === 'string' && Buffer.from(text).equals(name)) return { path, at: join(folder.at, text) }
  return { path, at: Buffer.concat([Buffer.from(folder.at), SLASH, name]) }
}
