import fc from 'fast-check'
import { test } from 'vitest'
import { expectHidden } from './expect-hidden.ts'
import { onlyRulesOf, plan } from './plant.ts'
import { withPlanted } from './planted-repository.ts'

test('nothing that is printed of a history or a range holds a planted secret, an encoded form or a piece of it', async () => {
  await fc.assert(
    fc.asyncProperty(plan, what =>
      withPlanted(what, async ({ path: directory }, forbidden) => {
        const history = { directory, mode: 'history' } as const
        await expectHidden(
          [
            { ...history, minConfidence: 'low' },
            { ...history, allPlaces: true, minConfidence: 'high' },
            { ...history, since: '2024-01-01T00:01:30Z' },
            { ...history, onlyRules: onlyRulesOf(what) },
            { directory, mode: 'range', range: 'main~1..main' },
          ],
          forbidden,
        )
      }),
    ),
    { numRuns: 12, endOnFailure: true },
  )
})
