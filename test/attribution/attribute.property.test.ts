import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute } from '../../src/attribution/attribute.ts'
import { findRepository } from '../../src/git/find-repository.ts'
import { openObjectStore } from '../../src/objects/open-object-store.ts'
import type { Origin } from '../../src/types.ts'
import { originsByLog } from './origins-by-log.ts'
import { makeHistory, randomHistory } from './random-history.ts'
import { recordedIn } from './recorded-in.ts'

/** Each is a repository and some forty gits. */
const RUNS = Number(process.env.FC_RUNS ?? 10)

const keyOf = ({ path, commit }: Origin): string => `${path} ${commit}`
const sorted = (origins: readonly Origin[]) =>
  [...origins]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ refs, ...rest }) => ({ ...rest, refs: [...refs!].sort() }))

test('the same places as git log says, whatever the history', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistory, async history => {
      const repository = makeHistory(history)
      try {
        const expected = originsByLog(repository)
        const wanted = new Set(expected.keys())
        const found = await findRepository(repository.path)
        const { origins, notScanned } = await attribute(found, wanted, { allPlaces: true })
        expect(notScanned).toEqual([])
        for (const [blob, places] of expected) expect(sorted(origins.get(blob)!)).toEqual(sorted(places))
        // Trees that are made from one another.
        repository.git(['repack', '-adfkq', '--window=20', '--depth=20'])
        const packed = await attribute(found, wanted, { allPlaces: true })
        for (const [blob, places] of expected) expect(sorted(packed.origins.get(blob)!)).toEqual(sorted(places))
        // Told by threads that came by them, not read again; of some less is kept than of all.
        const store = openObjectStore({ ...found, cwd: found.root })
        store.recorded = recordedIn((await store.openDirect())!)
        const some = new Set([...wanted].slice(0, Math.ceil(wanted.size / 2)))
        const recalled = await attribute(found, some, { allPlaces: true, store })
        await store.close()
        for (const blob of some) expect(sorted(recalled.origins.get(blob)!)).toEqual(sorted(expected.get(blob)!))
        // Of each path one, unless all are asked for.
        const { origins: first } = await attribute(found, wanted)
        for (const [blob, places] of expected) {
          const commits = new Set(places.map(place => place.commit))
          expect(first.get(blob)!.filter(origin => !commits.has(origin.commit))).toEqual([])
        }
      } finally {
        repository.dispose()
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 300_000)
