import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import type { Shipment } from '../../remedies/remedy-input.ts'
import { copiesIn } from './copies-in.ts'
import { covers, isLeftOut } from './is-left-out.ts'

/** Nobody writes longer ones by hand, and what a program wrote names no `.env`. */
const MAX_BYTES = 200_000

const DOCKERFILE = /^(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$).+)?$|\.(?:Dockerfile|Containerfile)$/i

/** Nothing where there is no such file, or none that can be read: this only adds to what is said of a finding. */
function textOf(root: string, path: string): string | undefined {
  try {
    const file = posix.join(root, path)
    return statSync(file).size > MAX_BYTES ? undefined : readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return undefined
    throw cause
  }
}

function namesIn(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(posix.join(root, folder))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== undefined) return []
    throw cause
  }
}

/** That of the file and each above it, up to the root: `''`, `apps`, `apps/web`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))]
}

function imagesOf(root: string, folder: string, path: string): readonly Shipment[] {
  const inside = folder === '' ? path : path.slice(folder.length + 1)
  return namesIn(root, folder)
    .filter(name => DOCKERFILE.test(name))
    .flatMap((name): readonly Shipment[] => {
      const file = posix.join(folder, name)
      const ignoreFile = [`${file}.dockerignore`, posix.join(folder, '.dockerignore')].find(one =>
        existsSync(posix.join(root, one)),
      )
      if (ignoreFile !== undefined && isLeftOut(textOf(root, ignoreFile) ?? '', inside, false)) return []
      const copy = copiesIn(textOf(root, file) ?? '').find(({ sources }) => sources.some(one => covers(one, inside)))
      if (!copy) return []
      const byName = copy.sources.some(source => covers(source, inside) && source.includes('env'))
      return [
        {
          by: byName ? 'copy' : 'context',
          file,
          line: copy.line,
          path: inside,
          ignoreFile: ignoreFile ?? posix.join(folder, '.dockerignore'),
        },
      ]
    })
}

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

/** https://docs.npmjs.com/cli/v11/configuring-npm/package-json#files */
function packageOf(root: string, folder: string, path: string): readonly Shipment[] {
  const file = posix.join(folder, 'package.json')
  const manifest = manifestIn(textOf(root, file) ?? '')
  if (manifest === undefined || manifest.private === true || typeof manifest.name !== 'string') return []
  const inside = folder === '' ? path : path.slice(folder.length + 1)
  const shipment: Shipment = { by: 'package', file, path: inside, ignoreFile: posix.join(folder, '.npmignore') }
  if (Array.isArray(manifest.files)) {
    return manifest.files.some(one => typeof one === 'string' && covers(one, inside)) ? [shipment] : []
  }
  const list = textOf(root, posix.join(folder, '.npmignore')) ?? textOf(root, posix.join(folder, '.gitignore')) ?? ''
  return isLeftOut(list, inside, true) ? [] : [shipment]
}

/** Where a file of the work tree goes besides the repository: into container images, into a package of npm. */
export function shipmentsOf(root: string, path: string): readonly Shipment[] {
  if (!existsSync(posix.join(root, path))) return []
  return foldersOf(path).flatMap(folder => [...imagesOf(root, folder, path), ...packageOf(root, folder, path)])
}
