import type { DeltaForest } from '../objects/pack/delta-forest.ts'
import { type GenealogyRecord, NO_ID, NOT_PACKED, TREE_NUMBERS } from '../objects/pack/genealogy-record.ts'
import type { Genealogy } from './genealogy/genealogy.ts'

const FOLDER = Buffer.from('40000 ')
const FILE = Buffer.from('100644 ')
/** No name is longer on any system that git runs on; what a forged tree has is cut off nowhere, as room is made for it. */
const USUAL_NAME = 4096

/** Tells a genealogy all that one thread noted while it looked at the packs: no object is read again. */
export function recallGenealogy(record: GenealogyRecord, { ids, idBytes }: DeltaForest, genealogy: Genealogy): void {
  recallCommits(record, ids, idBytes, genealogy)
  const { trees, fresh, kept, others, names, nameEnds } = record
  const { wanted } = genealogy
  const nameBytes = Buffer.from(names.buffer, names.byteOffset, names.byteLength)
  const nameStart = (name: number): number => (name === 0 ? 0 : nameEnds[name - 1]!)
  const isWantedName = wanted.anyNames
    ? Uint8Array.from(nameEnds, (end, name) => (wanted.name(nameBytes, nameStart(name), end) >= 0 ? 1 : 0))
    : new Uint8Array(nameEnds.length)
  const noId = new Uint8Array(idBytes)
  let scratch = Buffer.alloc(USUAL_NAME)

  /** Notes down the entry whose numbers stand at `at` of `fresh`, if it may matter. */
  function take(at: number, place: number): void {
    const row = fresh[at]!
    const isFolder = fresh[at + 1]! < 0
    const name = isFolder ? ~fresh[at + 1]! : fresh[at + 1]!
    const from = row >= 0 ? ids : row === NO_ID ? noId : others
    const idStart = row >= 0 ? row * idBytes : row === NO_ID ? 0 : (NOT_PACKED - row) * idBytes
    if (!isFolder && isWantedName[name] === 0 && (row === NO_ID || wanted.object(from, idStart) < 0)) return
    const mode = isFolder ? FOLDER : FILE
    const [start, end] = [nameStart(name), nameEnds[name]!]
    const length = mode.length + end - start + 1
    if (scratch.length < length + idBytes) scratch = Buffer.alloc(length + idBytes)
    scratch.set(mode)
    scratch.set(names.subarray(start, end), mode.length)
    scratch[length - 1] = 0
    scratch.set(from.subarray(idStart, idStart + idBytes), length)
    genealogy.trees.note(scratch, 0, length, place)
  }

  const numbers = new Int32Array(trees.length / TREE_NUMBERS)
  let freshStart = 0
  let keptStart = 0
  for (let tree = 0; tree < numbers.length; tree++) {
    const at = tree * TREE_NUMBERS
    const base = trees[at + 1]!
    const freshEnd = trees[at + 2]!
    const keptEnd = trees[at + 3]!
    const first = freshStart
    numbers[tree] = genealogy.trees.addBy(
      ids,
      trees[at]! * idBytes,
      (freshEnd - freshStart) / 2,
      kept.subarray(keptStart, keptEnd),
      base < 0 ? base : numbers[base]!,
      (next, place) => take(first + 2 * next, place),
    )
    freshStart = freshEnd
    keptStart = keptEnd
  }
}

function recallCommits(
  { commits, headers }: GenealogyRecord,
  ids: Uint8Array,
  idBytes: number,
  genealogy: Genealogy,
): void {
  let start = 0
  for (let at = 0; at < commits.length; at += 2) {
    const end = commits[at + 1]!
    genealogy.commits.addAt(ids, commits[at]! * idBytes, headers.subarray(start, end))
    start = end
  }
}
