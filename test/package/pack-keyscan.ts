import { cpSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npmOutput } from './run-npm.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Packed {
  readonly tarball: string
  /** Paths in the package, and their modes. */
  readonly files: readonly { readonly path: string; readonly mode: number }[]
}

/** Not copied: made anew, linked, or of no concern to the package. */
const LEFT_OUT = ['.git', 'node_modules', 'dist']

/** Builds and packs a copy of this project in `folder`, from the sources as they are now, just as `npm publish` would. */
export function packKeyscan(folder: string): Packed {
  const copy = join(folder, 'project')
  for (const entry of readdirSync(ROOT)) {
    if (!LEFT_OUT.includes(entry)) cpSync(join(ROOT, entry), join(copy, entry), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const output = npmOutput(['pack', '--json', '--pack-destination', folder], copy)
  // `prepack` may have written lines of its own before it; newer versions of npm give an object, by package name.
  const parsed = JSON.parse(output.slice(output.search(/^[[{]/m)))
  const { filename, files } = Object.values(parsed)[0] as { filename: string; files: Packed['files'] }
  return { tarball: join(folder, filename.replace('@', '').replace('/', '-')), files }
}
