import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import { type GenealogyRecord, NO_ID, NOT_PACKED, PACKED } from '../objects/pack/genealogy-record.ts'
import { RecordReader } from '../objects/pack/record-reader.ts'
import { KEPT_NUMBERS } from '../objects/pack/tree-entries.ts'
import type { Genealogy } from './genealogy/genealogy.ts'
import type { Wanted } from './genealogy/wanted.ts'
import { treesThatMatter, type WantedNames } from './trees-that-matter.ts'

const FOLDER = Buffer.from('40000 ')
const FILE = Buffer.from('100644 ')
/** No name is longer on any system that git runs on; what a forged tree has is cut off nowhere, as room is made for it. */
const USUAL_NAME = 4096

/** Tells a genealogy all that threads noted while they looked at the packs: no object is read again. */
export function recallGenealogy(records: readonly GenealogyRecord[], forest: DeltaForest, genealogy: Genealogy): void {
  const { wanted } = genealogy
  const named = records.map(record => ({ record, isWantedName: wantedNames(record, wanted) }))
  const matters = treesThatMatter(named, forest, wanted)
  for (const { record, isWantedName } of named) {
    recallCommits(record, forest, genealogy)
    recallTrees(record, isWantedName, matters, forest, genealogy)
  }
}

function nameStart({ nameEnds }: GenealogyRecord, name: number): number {
  return name === 0 ? 0 : nameEnds[name - 1]!
}

function wantedNames(record: GenealogyRecord, wanted: Wanted): WantedNames {
  const { names, nameEnds } = record
  if (!wanted.anyNames) return new Uint8Array(nameEnds.length)
  const bytes = Buffer.from(names.buffer, names.byteOffset, names.byteLength)
  return Uint8Array.from(nameEnds, (end, name) => (wanted.name(bytes, nameStart(record, name), end) >= 0 ? 1 : 0))
}

function recallTrees(
  record: GenealogyRecord,
  isWantedName: WantedNames,
  matters: Uint8Array,
  { ids, idBytes }: DeltaForest,
  genealogy: Genealogy,
): void {
  const { names, nameEnds } = record
  const { wanted } = genealogy
  const fresh = new RecordReader(record.fresh)
  const noId = new Uint8Array(idBytes)
  let scratch = Buffer.alloc(USUAL_NAME)
  let taken = 0

  /** Notes down the entry that comes next, if it may matter; `place`: which of its tree it is. */
  function take(place: number): void {
    taken++
    const id = fresh.number()
    const from = id >= PACKED ? ids : id === NOT_PACKED ? fresh.bytes(idBytes) : noId
    const idStart = id >= PACKED ? (id - PACKED) * idBytes : 0
    const numbers = fresh.number()
    const isFolder = numbers % 2 === 1
    const name = numbers >>> 1
    const isIdle = isFolder
      ? id >= PACKED && matters[id - PACKED] === 0
      : id === NO_ID || wanted.object(from, idStart) < 0
    if (isIdle && isWantedName[name] === 0) return
    const mode = isFolder ? FOLDER : FILE
    const [start, end] = [nameStart(record, name), nameEnds[name]!]
    const length = mode.length + end - start + 1
    if (scratch.length < length + idBytes) scratch = Buffer.alloc(length + idBytes)
    scratch.set(mode)
    scratch.set(names.subarray(start, end), mode.length)
    scratch[length - 1] = 0
    scratch.set(from.subarray(idStart, idStart + idBytes), length)
    genealogy.trees.note(scratch, 0, length, place)
  }

  function passOver(): void {
    taken++
    if (fresh.number() === NOT_PACKED) fresh.bytes(idBytes)
    fresh.number()
  }

  const trees = new RecordReader(record.trees)
  /** Of each tree of the record, its number in the genealogy. */
  const numbers: number[] = []
  const kept: number[] = []
  while (!trees.done) {
    const row = trees.number()
    const back = trees.number()
    const freshCount = trees.number()
    kept.length = KEPT_NUMBERS * trees.number()
    for (let i = 0; i < kept.length; i++) kept[i] = trees.number()
    const base = back === 0 ? -1 : numbers[numbers.length - back]!
    taken = 0
    numbers.push(
      genealogy.trees.addBy(ids, row * idBytes, freshCount, kept, base, (_, place) => {
        take(place)
      }),
    )
    // Another thread, or another pack, had the same tree.
    while (taken < freshCount) passOver()
  }
}

function recallCommits(record: GenealogyRecord, { ids, idBytes }: DeltaForest, genealogy: Genealogy): void {
  const commits = new RecordReader(record.commits)
  while (!commits.done) {
    const row = commits.number()
    genealogy.commits.addNamed(ids, row * idBytes, commits.bytes(commits.number() * idBytes))
  }
}
