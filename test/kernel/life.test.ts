import fc from 'fast-check'
import { expect, test } from 'vitest'
import { besideTest } from '../../src/detect/beside-test.ts'
import { lifeImage } from '../../src/detect/life-image.ts'
import { reachesOf } from '../../src/detect/reaches-of.ts'
import { runTest } from '../../src/detect/run-test.ts'
import { createPackKernel, PACK_SLACK } from '../../src/kernel/create-pack-kernel.ts'
import { wholeTable } from '../../src/kernel/whole-table.ts'
import { loadRules } from '../../src/ruleset/load.ts'

const HIT_BYTES = 8
const rules = loadRules().prepared!
const anchors = rules.anchors()
const kernel = createPackKernel(wholeTable(rules.table()))
const { memory } = kernel
const { reaches } = reachesOf(rules)
const reachesAt = memory.reserve(reaches.byteLength)
memory.words.set(reaches, reachesAt / 4)
const image = lifeImage(rules)
const life = memory.reserve(image.length)
memory.bytes.set(image, life)

/** Where the anchor starts, and whether any of its rules can match there, by what the detector asks. */
function livesInJavaScript(bytes: Uint8Array, position: number, anchor: number): boolean {
  const { starts, owners, lengths, before, after } = rules
  const [beside, mayMatch] = [besideTest(rules), runTest(rules)]
  const anchorEnd = position + lengths[anchor]!
  for (let place = starts[anchor]!; place < starts[anchor + 1]!; place++) {
    const rule = owners[place]!
    const end = Math.min(bytes.length, anchorEnd + after[rule]!)
    const start = Math.max(0, position - before[rule]!)
    if (!beside.mayFollow(place, bytes, anchorEnd, end)) continue
    if (!beside.mayPrecede(place, bytes, position, start)) continue
    if (mayMatch(rule, bytes, start, end)) return true
  }
  return false
}

/** What stands beside anchors: what assignments are made of, and runs of digits and letters. */
const beside = fc.array(
  fc.oneof(
    fc.constantFrom(' = "', "': '", '=', ': ', ' ', '\n', '"', 'd', '_key', '-', '<', '${', 'x1'),
    fc.stringMatching(/^[0-9a-f]{20,70}$/),
    fc.stringMatching(/^[A-Za-z0-9+/]{8,90}$/),
    fc.string({ maxLength: 12 }),
  ),
  { maxLength: 6 },
)

test('the kernel lets an anchor live where the detector would go on, and nowhere else', () => {
  let [alive, dead] = [0, 0]
  fc.assert(
    fc.property(beside, fc.nat(anchors.length - 1), beside, (before, anchor, behind) => {
      const start = Buffer.from(before.join(''))
      const bytes = Buffer.concat([start, Buffer.from(anchors[anchor]!.text), Buffer.from(behind.join(''))])
      const at = memory.allocate(bytes.length + PACK_SLACK)
      const hits = memory.allocate(HIT_BYTES)
      const kept = memory.allocate(HIT_BYTES)
      memory.bytes.set(bytes, at)
      memory.words.set([start.length, anchor], hits / 4)
      const count = kernel.liveHits(at, bytes.length, hits, 1, reachesAt, anchors.length, life, kept)
      const lives = livesInJavaScript(bytes, start.length, anchor)
      expect(count).toBe(Number(lives))
      if (lives) alive++
      else dead++
      for (const [place, size] of [
        [at, bytes.length + PACK_SLACK],
        [hits, HIT_BYTES],
        [kept, HIT_BYTES],
      ] as const)
        memory.free(place, size)
    }),
    { numRuns: 5000 },
  )
  // Both happen, or nothing was tried.
  expect(alive).toBeGreaterThan(100)
  expect(dead).toBeGreaterThan(100)
})
