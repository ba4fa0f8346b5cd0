import { createAnchorFinder } from '../../src/kernel/create-anchor-finder.ts'
import type { Anchor, AnchorFinder } from '../../src/types.ts'

export type Hit = readonly [position: number, anchor: number]

export const hitsOf = (finder: AnchorFinder, bytes: Uint8Array): readonly Hit[] => {
  const { count, positions, anchors } = finder.find(bytes)
  return Array.from({ length: count }, (_, i): Hit => [positions[i]!, anchors[i]!])
}

/** Both twins; the kernel with the smallest chunks there can be too. */
export const finders = (anchors: readonly Anchor[]): ReadonlyMap<string, AnchorFinder> =>
  new Map([
    ['javascript', createAnchorFinder(() => anchors, { use: 'javascript' })],
    ['wasm', createAnchorFinder(() => anchors, { use: 'wasm' })],
    ['wasm in small chunks', createAnchorFinder(() => anchors, { use: 'wasm', chunkBytes: 1 })],
  ])

/** What cannot be wrong: every position, every anchor, by the language's own comparison. */
export function naiveHits(anchors: readonly Anchor[], bytes: Uint8Array): readonly Hit[] {
  const text = Buffer.from(bytes).toString('latin1')
  const fold = (value: string) => value.replace(/[A-Z]/g, letter => letter.toLowerCase())
  const folded = fold(text)
  const hits: Hit[] = []
  anchors.forEach((anchor, index) => {
    const [wanted, where] = anchor.ignoreCase ? [fold(anchor.text), folded] : [anchor.text, text]
    for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + 1)) hits.push([at, index])
  })
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

export const exact = (...texts: string[]): readonly Anchor[] => texts.map(text => ({ text, ignoreCase: false }))
export const anyCase = (...texts: string[]): readonly Anchor[] => texts.map(text => ({ text, ignoreCase: true }))
export const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
