/** Follows all anchors at once through a text (Aho-Corasick), a byte class at a time. State 0 has seen nothing of use. */
export interface AnchorAutomaton {
  readonly states: number
  /** Classes of bytes that the anchors cannot tell apart; class 0 is every byte that is in no anchor. */
  readonly classOf: Uint8Array
  /** One byte for each class, to write a text that goes a certain way. */
  readonly sample: readonly number[]
  next(state: number, byteClass: number): number
  /** Length of the longest anchor that ends in this state; 0: none does. */
  ends(state: number): number
}

/** Of ASCII texts; with `ignoreCase` both cases of a letter are one class. */
export function anchorAutomaton(anchors: readonly string[], ignoreCase: boolean): AnchorAutomaton {
  const words = anchors.map(anchor => (ignoreCase ? anchor.toLowerCase() : anchor))
  const letters = [...new Set(words.join(''))]
  const classOf = classify(letters, ignoreCase)
  const width = letters.length + 1
  const goto: (number | undefined)[] = []
  const ends = [0]
  for (const word of words) {
    let state = 0
    for (const letter of word) {
      const at = state * width + letters.indexOf(letter) + 1
      goto[at] ??= ends.push(0) - 1
      state = goto[at]
    }
    ends[state] = word.length
  }
  const table = completeGoto(goto, ends, width)
  const unused = [0x00, 0x2e, 0x20, 0x7e].find(byte => classOf[byte] === 0) ?? classOf.indexOf(0)
  return {
    states: ends.length,
    classOf,
    sample: [unused, ...letters.map(letter => letter.charCodeAt(0))],
    next: (state, byteClass) => table[state * width + byteClass]!,
    ends: state => ends[state]!,
  }
}

function classify(letters: readonly string[], ignoreCase: boolean): Uint8Array {
  const classOf = new Uint8Array(256)
  for (const [index, letter] of letters.entries()) {
    classOf[letter.charCodeAt(0)] = index + 1
    if (ignoreCase) classOf[letter.toUpperCase().charCodeAt(0)] = index + 1
  }
  return classOf
}

/** Breadth first, so that what a state falls back to is complete before the state is. Longer words that hold shorter ones end as soon as those do. */
function completeGoto(goto: readonly (number | undefined)[], ends: number[], width: number): Uint16Array {
  const table = new Uint16Array(ends.length * width)
  const fallback = new Uint16Array(ends.length)
  const queue = [0]
  for (const state of queue) {
    const from = fallback[state]!
    if (ends[state] === 0) ends[state] = ends[from]!
    for (let byteClass = 0; byteClass < width; byteClass++) {
      const child = goto[state * width + byteClass]
      const otherwise = state === 0 ? 0 : table[from * width + byteClass]!
      table[state * width + byteClass] = child ?? otherwise
      if (child === undefined) continue
      fallback[child] = otherwise
      queue.push(child)
    }
  }
  return table
}
