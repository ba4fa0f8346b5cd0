import type { AnchorTable } from './anchor-table.ts'

/** A gap of zeros shorter than this is cheaper to keep than to skip: each run costs eight bytes of its own. */
const LEAST_GAP = 8

/** Where runs of bytes that are not all zero start and end: nearly all of the table's filter is empty. */
function runsOf(image: Uint8Array): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (let at = 0; at < image.length; at++) {
    if (image[at] === 0) continue
    const last = runs.at(-1)
    if (last && at - last[1] < LEAST_GAP) last[1] = at + 1
    else runs.push([at, at + 1])
  }
  return runs
}

/** A table as text, for a file. `longest,hitsPerBlock,length,` and base64 of all runs: start, length (32 bits each, little endian), bytes. */
export function tableToText({ image, longest, hitsPerBlock }: AnchorTable): string {
  const pieces = runsOf(image).map(([start, end]) => {
    const head = Buffer.alloc(8)
    head.writeUInt32LE(start, 0)
    head.writeUInt32LE(end - start, 4)
    return Buffer.concat([head, image.subarray(start, end)])
  })
  return `${longest},${hitsPerBlock},${image.length},${Buffer.concat(pieces).toString('base64')}`
}

/** The table that `tableToText` was given. */
export function tableFromText(text: string): AnchorTable {
  const [longest, hitsPerBlock, length, runs = ''] = text.split(',')
  const image = new Uint8Array(Number(length))
  const bytes = Buffer.from(runs, 'base64')
  for (let at = 0; at < bytes.length; ) {
    const start = bytes.readUInt32LE(at)
    const end = at + 8 + bytes.readUInt32LE(at + 4)
    image.set(bytes.subarray(at + 8, end), start)
    at = end
  }
  return { image, longest: Number(longest), hitsPerBlock: Number(hitsPerBlock) }
}
