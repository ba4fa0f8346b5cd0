import { posix } from 'node:path'
import type { Shipment } from '../../remedies/remedy-input.ts'
import { foldersOf } from './folders-of.ts'
import { covers, isLeftOut } from './is-left-out.ts'
import type { WorkTree } from './work-tree.ts'

interface Manifest {
  readonly private?: unknown
  readonly name?: unknown
  readonly files?: unknown
}

function manifestIn(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}

const lineOf = (text: string, what: string): number => text.slice(0, Math.max(0, text.indexOf(what))).split('\n').length

/** A list of folders from the root down to that of the file: each may leave it out, and an .npmignore takes the place of the .gitignore beside it. */
function isIgnored(tree: WorkTree, path: string): boolean {
  return foldersOf(path).some(folder => {
    const inside = posix.relative(folder, path)
    const list = tree.text(posix.join(folder, '.npmignore')) ?? tree.text(posix.join(folder, '.gitignore')) ?? ''
    return isLeftOut(list, inside, true)
  })
}

/** The last one that fits decides; `!` in front takes out. */
function isListed(files: readonly string[], path: string): boolean {
  const last = files.findLast(one => covers(one.replace(/^!/, ''), path))
  return last !== undefined && !last.startsWith('!')
}

/** The package of `folder`, if the file is published with it: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#files */
export function packagesOf(tree: WorkTree, folder: string, path: string): readonly Shipment[] {
  const file = posix.join(folder, 'package.json')
  const text = tree.text(file) ?? ''
  const manifest = manifestIn(text)
  if (manifest === undefined || manifest.private === true || typeof manifest.name !== 'string') return []
  const inside = posix.relative(folder, path)
  const shipment = { by: 'package', file, path: inside, ignoreFile: posix.join(folder, '.npmignore') } as const
  if (!Array.isArray(manifest.files))
    return isIgnored(tree, path) ? [] : [{ ...shipment, line: lineOf(text, '"name"') }]
  const files = manifest.files.filter(one => typeof one === 'string')
  if (!isListed(files, inside)) return []
  // A list in a folder beneath the package's own still leaves out.
  const isBeneath = inside.includes('/') && files.every(one => one.replace(/^\.?\//, '') !== inside)
  const named = files.some(one => covers(one, inside) && /env|vars/i.test(one))
  if (isBeneath && !named && isIgnored(tree, path)) return []
  return [{ ...shipment, by: 'files', line: lineOf(text, '"files"') }]
}
