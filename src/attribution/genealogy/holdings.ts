import type { Genealogy } from './genealogy.ts'
import { IDLE } from './tree-book.ts'

/** What an entry of a Holding is; the lowest bits of its key. */
export const FOLDER = 0
export const BLOB = 1
export const NAME = 2
/** A folder that is not in this repository: nobody knows what it holds. */
const GAP = 3
export const KINDS = 4

/** All that is wanted in a tree. Two trees with the same have the same Holding, so that what did not change need not be looked into. */
export interface Holding {
  /** Number of a name times KINDS, and a kind → the Holding of a folder; the number of what is wanted. */
  readonly entries: ReadonlyMap<number, Holding | number>
  /** Is there a gap anywhere in it? */
  readonly incomplete: boolean
  /** Folders inside one another. */
  readonly depth: number
}

export interface Holdings {
  /** What this tree holds; undefined: nothing. Below 0: no tree, or an idle one. */
  of(tree: number): Holding | undefined
  /** Of this number, a character for each byte as git wrote it. */
  name(number: number): string
}

/** No system can check out a path as long as this would make (PATH_MAX: 4096 bytes); what lies deeper counts as a gap. */
const MAX_DEPTH = 2048

const UNKNOWN = 0
const BEGUN = 1
const KNOWN = 2

/** Of 32 bits: as in EntryTable, what differs in few bits is spread. */
const SPREAD = 0x9e3779b1
const mixed = (hash: number, number: number): number => {
  const product = Math.imul(hash ^ number, SPREAD)
  return product ^ (product >>> 15)
}

/** In the same order, as entries of trees have one. */
function holdsTheSame(a: Holding, b: Holding): boolean {
  if (a.entries.size !== b.entries.size) return false
  for (const [place, what] of a.entries) if (b.entries.get(place) !== what) return false
  return true
}

export function createHoldings({ trees, wanted }: Pick<Genealogy, 'trees' | 'wanted'>): Holdings {
  const { entries, ids } = trees
  const states = new Uint8Array(ids.size)
  const holdings: (Holding | undefined)[] = new Array(ids.size).fill(undefined)
  const targets = new Int32Array(entries.size)
  const blobs = new Int32Array(entries.size).fill(-1)
  const wantedNames = new Map<number, number>()
  for (let entry = 0; entry < entries.size; entry++) {
    const at = entries.idStart(entry)
    if (entries.isFolder(entry)) targets[entry] = trees.find(entries.bytes, at)
    else blobs[entry] = wanted.object(entries.bytes, at)
    if (!wanted.anyNames) continue
    const name = entries.name(entry)
    const number = wanted.name(name, 0, name.length)
    if (number >= 0) wantedNames.set(entry, number)
  }

  const names: string[] = []
  const numbers = new Map<string, number>()
  const nameNumbers = new Int32Array(entries.size).fill(-1)
  function nameNumber(entry: number): number {
    const known = nameNumbers[entry]!
    if (known >= 0) return known
    const name = entries.name(entry).toString('latin1')
    const number = numbers.get(name) ?? names.push(name) - 1
    numbers.set(name, number)
    nameNumbers[entry] = number
    return number
  }

  /** Equal holdings are one and the same, and have a number. By a hash: what stands in them, as text, takes more memory than they do. */
  const interned = new Map<number, Holding[]>()
  const holdingNumbers = new Map<Holding, number>()
  function intern(hash: number, holding: Holding): Holding {
    const alike = interned.get(hash)
    const known = alike?.find(one => holdsTheSame(one, holding))
    if (known) return known
    if (alike) alike.push(holding)
    else interned.set(hash, [holding])
    holdingNumbers.set(holding, holdingNumbers.size + 1)
    return holding
  }

  /** All folders in it are known. */
  function gather(tree: number): Holding | undefined {
    let held: Map<number, Holding | number> | undefined
    let hash = 0
    let incomplete = false
    let depth = 0
    const take = (entry: number, kind: number, what: Holding | number): void => {
      const place = nameNumber(entry) * KINDS + kind
      held ??= new Map()
      held.set(place, what)
      hash = mixed(mixed(hash, place), typeof what === 'number' ? what : holdingNumbers.get(what)!)
    }
    trees.forEach(tree, entry => {
      const name = wantedNames.get(entry)
      if (name !== undefined) take(entry, NAME, name)
      if (!entries.isFolder(entry)) {
        if (blobs[entry]! >= 0) take(entry, BLOB, blobs[entry]!)
        return
      }
      const target = targets[entry]!
      if (target === IDLE) return
      const holding = target === -1 ? undefined : holdings[target]
      if (target === -1 || (holding && holding.depth >= MAX_DEPTH)) {
        take(entry, GAP, 0)
        incomplete = true
      } else if (holding) {
        take(entry, FOLDER, holding)
        incomplete ||= holding.incomplete
        depth = Math.max(depth, holding.depth + 1)
      }
    })
    return held && intern(hash, { entries: held, incomplete, depth })
  }

  const stack: number[] = []
  const descend = (entry: number): void => {
    const folder = targets[entry]!
    // One that has begun would be inside itself, which only a forged repository has.
    if (entries.isFolder(entry) && folder >= 0 && states[folder] === UNKNOWN) stack.push(folder)
  }

  return {
    of(tree) {
      if (tree < 0) return undefined
      if (states[tree] !== KNOWN) stack.push(tree)
      while (stack.length > 0) {
        const top = stack.at(-1)!
        if (states[top] === UNKNOWN) {
          states[top] = BEGUN
          trees.forEach(top, descend)
          continue
        }
        stack.pop()
        if (states[top] === BEGUN) holdings[top] = gather(top)
        states[top] = KNOWN
      }
      return holdings[tree]
    },
    name: number => names[number]!,
  }
}
