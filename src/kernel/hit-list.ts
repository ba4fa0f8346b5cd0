import type { AnchorHits } from '../types.ts'

/** Most inputs have fewer anchors than this. */
const FIRST_CAPACITY = 1024

/** Hits, reused from one `find` to the next so that a call allocates nothing unless there are more than ever before. */
export class HitList implements AnchorHits {
  count = 0
  positions = new Uint32Array(FIRST_CAPACITY)
  anchors = new Uint16Array(FIRST_CAPACITY)

  clear(): void {
    this.count = 0
  }

  /** Puts a hit where it belongs: by position, then anchor. What comes is nearly in order, so this is nearly always the end. */
  add(position: number, anchor: number): void {
    if (this.count === this.positions.length) this.#grow()
    let at = this.count++
    const { positions, anchors } = this
    while (at > 0) {
      const before = positions[at - 1]!
      if (before < position || (before === position && anchors[at - 1]! < anchor)) break
      positions[at] = before
      anchors[at] = anchors[at - 1]!
      at--
    }
    positions[at] = position
    anchors[at] = anchor
  }

  #grow(): void {
    const positions = new Uint32Array(this.positions.length * 2)
    const anchors = new Uint16Array(this.anchors.length * 2)
    positions.set(this.positions)
    anchors.set(this.anchors)
    this.positions = positions
    this.anchors = anchors
  }
}
