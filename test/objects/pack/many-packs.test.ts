import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePack } from '../../../fixtures/packs/make-pack.ts'
import { newRepository } from '../../../fixtures/repositories/new-repository.ts'
import { openDirectObjects } from '../../../src/objects/pack/open-direct-objects.ts'
import { rowAmong } from '../../../src/objects/pack/row-among.ts'
import { layPacks } from './lay-packs.ts'

const PACKS = 60
const SHARED = 40

/** No timing: looking through all packs for each object is what this was slow by, and now there is no such loop. */
test('of what many packs of one size hold one copy is looked at', async () => {
  const objects = join(newRepository({ bare: true }).path, 'objects')
  const entry = (text: string) => ({ kind: 'blob' as const, content: Buffer.from(text) })
  const shared = Array.from({ length: SHARED }, (_, i) => entry(`shared ${i}`))
  layPacks(
    objects,
    Array.from({ length: PACKS }, (_, i) => makePack([...shared, entry(`only in ${i}`)])),
  )
  const { built, idOf, close } = await openDirectObjects([objects], 20, Number.POSITIVE_INFINITY)
  const { forest } = built
  const ids = Array.from({ length: forest.count }, (_, i) => idOf(i))
  const wanted = ids.filter((_, i) => forest.wanted[i] === 1)
  expect(wanted.length).toBe(SHARED + PACKS)
  expect(new Set(wanted)).toEqual(new Set(ids))
  for (const [i, id] of ids.entries()) {
    const row = rowAmong(forest, Buffer.from(id, 'hex'), 0)
    if (forest.wanted[i] === 1) expect(row).toBe(forest.rows[i])
    else expect(row).toBeLessThan(forest.rows[i]!)
  }
  expect(rowAmong(forest, new Uint8Array(20), 0)).toBe(-1)
  await close()
})
