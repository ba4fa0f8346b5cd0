import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idSetOf } from '../../../src/objects/clean-cache/id-set.ts'
import { anyIds, split } from './ids.ts'

test.each([[20], [32]])('a set of ids of %d bytes, like any other', idBytes => {
  fc.assert(
    fc.property(anyIds(idBytes), anyIds(idBytes), (ids, others) => {
      const set = idSetOf(ids, idBytes)
      const expected = new Set(split(ids, idBytes))
      expect(set.size).toBe(expected.size)
      expect(split(set.bytes, idBytes)).toEqual([...expected].sort())
      const asked = Buffer.concat([ids, others])
      split(asked, idBytes).forEach((id, i) => {
        expect(set.has(asked, i * idBytes)).toBe(expected.has(id))
      })
    }),
  )
})
