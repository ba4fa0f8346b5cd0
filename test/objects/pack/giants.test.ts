import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeTasks } from '../../../src/objects/pack/forest-tasks.ts'

test('each task is taken once, and all that hold giants by one thread, whichever comes first', () => {
  fc.assert(
    fc.property(
      fc.nat(12),
      fc.nat(4),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.nat(3), { maxLength: 60 }),
      (others, giants, threads, turns) => {
        const count = others + giants
        const tasks = {
          roots: new Int32Array(count),
          starts: new Int32Array(count + 1),
          taken: new Int32Array(count),
          takers: new Int32Array(1),
          giants,
          giantTaker: new Int32Array(1),
        }
        const takers = Array.from({ length: threads }, () => takeTasks(tasks))
        const by: number[] = []
        const take = (thread: number): boolean => {
          const { done, value } = takers[thread]!.next()
          if (!done) {
            expect(by[value]).toBeUndefined()
            by[value] = thread
          }
          return !done
        }
        for (const turn of turns) take(turn % threads)
        for (let thread = 0; thread < threads; thread++) while (take(thread));
        expect(Object.keys(by)).toHaveLength(count)
        expect(new Set(by.slice(0, giants)).size).toBeLessThanOrEqual(1)
      },
    ),
  )
})
