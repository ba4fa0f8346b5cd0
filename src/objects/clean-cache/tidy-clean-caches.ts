import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Files of other keys that stay: of worktrees with another configuration, of a version that somebody else runs. */
const OTHERS_KEPT = 3
/** An unfinished file this old was left by a scan that was killed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000
const OURS = /^clean-v\d+-[0-9a-f]+(\.[0-9a-f]+\.tmp)?$/

/** Removes what earlier versions and other settings left, but for the latest few. Files that keyscan has not made stay. */
export function tidyCleanCaches(folder: string, current: string, now = Date.now()): void {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && OURS.test(entry.name) && entry.name !== basename(current))
    .map(({ name }) => ({
      path: join(folder, name),
      age: now - writtenAt(join(folder, name)),
      unfinished: name.endsWith('.tmp'),
    }))
    .sort((a, b) => a.age - b.age)
  const abandoned = found.filter(({ unfinished, age }) => unfinished && age > ABANDONED_MS)
  const outdated = found.filter(({ unfinished }) => !unfinished).slice(OTHERS_KEPT)
  for (const { path } of [...abandoned, ...outdated]) rmSync(path, { force: true })
}

/** Of one that has just gone, another scan's: long ago. */
function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
