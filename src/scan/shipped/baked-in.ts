import { posix } from 'node:path'
import { covers } from './is-left-out.ts'
import { type Copy, type Stage, stagesIn } from './stages-in.ts'

/** How a file comes into an image. */
export interface Baked {
  readonly line: number
  /** The line names it; else it takes a whole folder. */
  readonly byName: boolean
}

interface Landed extends Baked {
  /** Absolute, in the stage. */
  readonly path: string
}

/** More are written by nobody; each may take from each before it. */
const MOST_STAGES = 50

/** Where a file or folder that is called `source` puts `inside` when it is copied to `target`. */
function landing(source: string, inside: string, target: string): string {
  const plain = posix.normalize(source.replace(/^\/+/, '')).replace(/\/$/, '')
  // Of a folder its content is copied, of a file its name stays, unless the target is a name.
  if (plain === '.' || plain === '') return posix.join(target, inside)
  if (inside.startsWith(`${plain}/`)) return posix.join(target, inside.slice(plain.length + 1))
  return target.endsWith('/') ? target + posix.basename(inside) : target
}

function fromContext(copy: Copy, inside: string): readonly Landed[] {
  const source = copy.sources.find(one => covers(one, inside))
  if (source === undefined || copy.excludes.some(one => covers(one, inside))) return []
  return [{ line: copy.line, byName: /env|vars/i.test(source), path: landing(source, inside, copy.target) }]
}

/** Where the file stands in each stage, when it is built. */
function landedIn(stages: readonly Stage[], inside: string): readonly (readonly Landed[])[] {
  const known: (readonly Landed[])[] = []
  const of = (name: string, before: number): readonly Landed[] => {
    const byName = stages.slice(0, before).findLastIndex(stage => stage.name.toLowerCase() === name.toLowerCase())
    const number = byName >= 0 && name !== '' ? byName : /^\d+$/.test(name) ? Number(name) : -1
    return number < before ? (known[number] ?? []) : []
  }
  for (const [number, { base, copies }] of stages.slice(0, MOST_STAGES).entries()) {
    const handedOn = copies.flatMap(copy => {
      if (copy.from === undefined) return fromContext(copy, inside)
      return of(copy.from, number).flatMap(landed => {
        const path = landed.path.slice(1)
        const source = copy.sources.find(one => covers(one, path))
        return source === undefined ? [] : [{ ...landed, path: landing(source, path, copy.target) }]
      })
    })
    known.push([...(/^\d+$/.test(base) ? [] : of(base, number)), ...handedOn])
  }
  return known
}

/** Does the image that is made of this Dockerfile hold a file of the folder that it is built in? `target`: not of the last stage, but of that one. */
export function bakedIn(dockerfile: string, inside: string, target = ''): Baked | undefined {
  const stages = stagesIn(dockerfile)
  const named = target === '' ? -1 : stages.findIndex(({ name }) => name.toLowerCase() === target.toLowerCase())
  const [landed] = landedIn(stages, inside).at(named) ?? []
  return landed && { line: landed.line, byName: landed.byName }
}
