import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fillAhead } from '../../../src/objects/pack/fill-ahead.ts'
import { BLOCK_BYTES, keptPacks } from '../../../src/objects/pack/kept-packs.ts'

const BLOCKS = 300
const SIZE = BLOCKS * BLOCK_BYTES - 5

/** A file of which `missing` bytes are cut off, read as if it were whole. */
async function readAhead(missing: number): Promise<{ readonly bytes: Uint8Array; readonly blocks: Uint8Array }> {
  const folder = mkdtempSync(join(tmpdir(), 'keyscan-'))
  const file = join(folder, 'a.pack')
  writeFileSync(file, Buffer.alloc(SIZE - missing, 7))
  const descriptor = openSync(file, 'r')
  try {
    const kept = keptPacks([SIZE])
    const ahead = fillAhead(kept, [descriptor])
    // Pieces are asked for one after another, and what is asked for when it is to stop comes.
    for (let i = 0; i < 500 && kept[0]!.blocks.at(-2) === 0; i++) await setTimeout(10)
    await ahead.stop()
    return kept[0]!
  } finally {
    closeSync(descriptor)
    rmSync(folder, { recursive: true })
  }
}

test('all of a pack comes, the last block too, which is shorter', async () => {
  const { bytes, blocks } = await readAhead(0)
  expect(blocks.length).toBe(BLOCKS)
  expect(blocks.every(block => block === 1)).toBe(true)
  expect(Buffer.alloc(SIZE, 7).equals(bytes)).toBe(true)
})

test('what is not in the file does not count as read', async () => {
  const { blocks } = await readAhead(BLOCK_BYTES)
  expect([...blocks.slice(-3)]).toEqual([1, 0, 0])
})

test('where the file is closed to us nothing is', async () => {
  const kept = keptPacks([SIZE])
  await fillAhead(kept, [1_000_000]).stop()
  expect(kept[0]!.blocks.every(block => block === 0)).toBe(true)
})
