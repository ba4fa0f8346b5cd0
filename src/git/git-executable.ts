import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { platform } from 'node:process'

/** Absolute and missing, so that starting it fails with ENOENT and nothing in the current folder is tried. */
const NOT_THERE = 'C:\\git was not found on the PATH\\git.exe'

let found: string | undefined

/**
 * What to start as git. Windows looks into the current folder before it looks along PATH, so that a `git.exe` in a
 * hostile repository would be run: there the way along PATH is walked here, absolute folders only.
 */
export function gitExecutable(environment: Readonly<Record<string, string>>): string {
  if (platform !== 'win32') return 'git'
  found ??= alongPath(environment)
  return found ?? NOT_THERE
}

function alongPath(environment: Readonly<Record<string, string>>): string | undefined {
  const path = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? ''
  return path
    .split(delimiter)
    .filter(isAbsolute)
    .map(folder => join(folder, 'git.exe'))
    .find(file => existsSync(file))
}
