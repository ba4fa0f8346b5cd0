type EntryKind = 'file' | 'tree' | 'submodule'

/** Positions are bytes into the tree: most entries are only glanced at, so that nothing is made of them. */
export type VisitEntry = (kind: EntryKind, nameStart: number, nameEnd: number, idStart: number) => void

const SPACE = 0x20
const NUL = 0
const [DIGIT_1, DIGIT_4, DIGIT_6] = [0x31, 0x34, 0x36]

/** `40000` is a tree, `160000` a submodule's commit; `100644`, `100755`, `120000` (and `100664` of old) are files. */
function kindOf(tree: Uint8Array, at: number): EntryKind {
  if (tree[at] === DIGIT_4) return 'tree'
  return tree[at] === DIGIT_1 && tree[at + 1] === DIGIT_6 ? 'submodule' : 'file'
}

/** Entries of a tree object: `100644 name\0` and the bytes of the id, again and again. False where it ends in the middle of one. */
export function parseTree(tree: Uint8Array, idBytes: number, visit: VisitEntry): boolean {
  let at = 0
  while (at < tree.length) {
    const space = tree.indexOf(SPACE, at)
    const end = space === -1 ? -1 : tree.indexOf(NUL, space + 1)
    if (end === -1 || end + 1 + idBytes > tree.length) return false
    visit(kindOf(tree, at), space + 1, end, end + 1)
    at = end + 1 + idBytes
  }
  return true
}

interface TreeEntry {
  readonly kind: EntryKind
  readonly nameStart: number
  readonly nameEnd: number
  readonly idStart: number
}

/** One entry of a tree that is known to hold it whole. */
export function entryOf(tree: Uint8Array, start: number): TreeEntry {
  const nameStart = tree.indexOf(SPACE, start) + 1
  const nameEnd = tree.indexOf(NUL, nameStart)
  return { kind: kindOf(tree, start), nameStart, nameEnd, idStart: nameEnd + 1 }
}
