import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import { type GenealogyRecord, PACKED } from '../objects/pack/genealogy-record.ts'
import { IntList } from '../objects/pack/int-list.ts'
import { RecordReader } from '../objects/pack/record-reader.ts'
import { rowAmong } from '../objects/pack/row-among.ts'
import { KEPT_NUMBERS } from '../objects/pack/tree-entries.ts'
import { firstRow } from './first-row.ts'
import { FreshEntries, NO_ROW } from './fresh-entries.ts'
import type { Genealogy } from './genealogy/genealogy.ts'
import { IDLE } from './genealogy/tree-book.ts'
import { type NamedRecord, treesThatMatter } from './trees-that-matter.ts'
import { WantedEntries } from './wanted-entries.ts'

const FOLDER = Buffer.from('40000 ')
const FILE = Buffer.from('100644 ')
/** No name is longer on any system that git runs on; what a forged tree has is cut off nowhere, as room is made for it. */
const USUAL_NAME = 4096
/** A commit's tree and parents, mostly. */
const USUAL_PARENTS = 8
const NO_BASE = -1

/** Tells a genealogy all that threads noted while they looked at the packs: no object is read again. */
export function recallGenealogy(records: readonly GenealogyRecord[], forest: DeltaForest, genealogy: Genealogy): void {
  const wanted = new WantedEntries(genealogy.wanted, forest)
  const named = records.map(record => ({ record, isWantedName: wanted.names(record) }))
  const matters = treesThatMatter(named, forest, wanted)
  genealogy.trees.passOver((ids, at) => {
    const row = rowAmong(forest, ids, at)
    return row !== NO_ROW && matters[row] === 0
  })
  for (const one of named) {
    recallCommits(one.record, forest, genealogy)
    recallTrees(one, wanted, matters, forest, genealogy)
  }
}

function recallTrees(
  { record, isWantedName }: NamedRecord,
  wanted: WantedEntries,
  matters: Uint8Array,
  forest: DeltaForest,
  genealogy: Genealogy,
): void {
  const { names, nameEnds } = record
  const { ids, idBytes } = forest
  const entry = new FreshEntries(record, forest)
  const noId = new Uint8Array(idBytes)
  let scratch = Buffer.alloc(USUAL_NAME)
  let taken = 0

  /** Notes down the entry that comes next, if it may matter; `place`: which of its tree it is. */
  function take(_: number, place: number): void {
    taken++
    entry.read()
    const { row, isFolder, name } = entry
    const isIdle = isFolder ? row !== NO_ROW && matters[row] === 0 : !wanted.object(entry)
    if (isIdle && isWantedName[name] === 0) return
    const mode = isFolder ? FOLDER : FILE
    const [start, end] = [name === 0 ? 0 : nameEnds[name - 1]!, nameEnds[name]!]
    const length = mode.length + end - start + 1
    if (scratch.length < length + idBytes) scratch = Buffer.alloc(length + idBytes)
    scratch.set(mode)
    scratch.set(names.subarray(start, end), mode.length)
    scratch[length - 1] = 0
    const [from, at] = entry.hasId ? [entry.bytes, entry.idStart] : [noId, 0]
    scratch.set(from.subarray(at, at + idBytes), length)
    genealogy.trees.note(scratch, 0, length, place)
  }

  const trees = new RecordReader(record.trees)
  /** Of each tree of the record, its number in the genealogy. */
  const numbers = new IntList()
  const kept: number[] = []
  while (!trees.done) {
    const row = trees.number()
    const back = trees.number()
    const freshCount = trees.number()
    const freshBytes = trees.number()
    kept.length = KEPT_NUMBERS * trees.number()
    for (let i = 0; i < kept.length; i++) kept[i] = trees.number()
    if (matters[firstRow(forest, row)] === 0) {
      // Whatever is made from it has nothing of it that matters either.
      numbers.push(IDLE)
      entry.skip(freshBytes)
      continue
    }
    const base = back === 0 ? NO_BASE : numbers.at(numbers.size - back)
    taken = 0
    numbers.push(genealogy.trees.addBy(ids, row * idBytes, freshCount, kept, base, take))
    // Another thread, or another pack, had the same tree.
    for (; taken < freshCount; taken++) entry.read()
  }
}

function recallCommits(record: GenealogyRecord, { ids, idBytes }: DeltaForest, genealogy: Genealogy): void {
  const commits = new RecordReader(record.commits)
  let named = new Uint8Array(USUAL_PARENTS * idBytes)
  while (!commits.done) {
    const row = commits.number()
    const count = commits.number()
    if (count * idBytes > named.length) named = new Uint8Array(count * idBytes)
    for (let n = 0; n < count; n++) {
      const id = commits.number()
      const from = (id - PACKED) * idBytes
      named.set(id >= PACKED ? ids.subarray(from, from + idBytes) : commits.bytes(idBytes), n * idBytes)
    }
    genealogy.commits.addNamed(ids, row * idBytes, named.subarray(0, count * idBytes))
  }
}
