import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'

/** Files of a folder as they are on disk, by paths from there. What cannot be read is not there: all this only adds to what is said. */
export interface WorkTree {
  has(path: string): boolean
  names(folder: string): readonly string[]
  text(path: string): string | undefined
}

/** Nobody writes longer ones by hand, and what a program wrote names no `.env`. */
const MAX_BYTES = 200_000

function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return undefined
    throw cause
  }
}

/** `instead`: what stands at one path in the index, or stood there before; undefined: nothing. */
export function workTree(
  root: string,
  instead?: { readonly path: string; readonly text: string | undefined },
): WorkTree {
  const onDisk = (path: string): string => posix.join(root, path)
  return {
    has: path => (path === instead?.path ? instead.text !== undefined : existsSync(onDisk(path))),
    names: folder => unlessUnreadable(() => readdirSync(onDisk(folder))) ?? [],
    text(path) {
      if (path === instead?.path) return instead.text
      return unlessUnreadable(() => {
        const stats = statSync(onDisk(path))
        return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(onDisk(path), 'utf8') : undefined
      })
    },
  }
}
