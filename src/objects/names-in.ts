import { readdirSync } from 'node:fs'

/** Names in a folder; none where there is none: of an alternate that is not there git says so itself. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw cause
  }
}
