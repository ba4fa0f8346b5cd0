import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { type Audit, audit, freshAudit } from './audit.ts'

/** Histories, and steps of each. To explore: more of both. */
const HISTORIES = Number(process.env.AUDIT_HISTORIES ?? 4)
const STEPS = 9

const LONG = Array.from({ length: 60 }, (_, i) => `line ${i} of a text that deltas are made of\n`).join('')
const CONTENTS: readonly ((number: number) => string)[] = [
  number => `clean ${number}\n`,
  number => `${LONG}${number}\n`,
  number => `${LONG}key = ${makeLeak(number % 5)}\n`,
  number => `${number}\n${LONG}${makeLeak(number % 5)}\n`,
  number => `${makeLeak(number % 5)} # keyscan:allow ${number}\n`,
  number => `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize ${number}\n`,
]
const PATHS = ['a.txt', 'b/c.txt', 'b/.env', 'd/e/f.txt', '.env', `g/${makeLeak(9)}`, 'h.min.js']

type Step = (repository: TestRepository) => void

const content = fc.tuple(fc.nat(CONTENTS.length - 1), fc.nat(30)).map(([kind, number]) => CONTENTS[kind]!(number))
const path = fc.constantFrom(...PATHS)
const name = fc.constantFrom('one', 'two', makeLeak(8), makeLeak(9))

const commit: fc.Arbitrary<Step> = fc
  .tuple(fc.array(fc.tuple(path, content), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([files, amend]) => repository => {
    for (const [file, text] of files) repository.write(file, text)
    repository.git(['add', '--all', '--force'])
    repository.git(['commit', '--quiet', '--allow-empty', '-m', 'change', ...(amend ? ['--amend'] : [])])
  })
const remove: fc.Arbitrary<Step> = path.map(file => repository => {
  repository.git(['rm', '--quiet', '--ignore-unmatch', file])
  repository.git(['commit', '--quiet', '--allow-empty', '-m', 'removed'])
})
const dangling: fc.Arbitrary<Step> = content.map(input => repository => {
  repository.git(['hash-object', '-w', '--stdin'], { input })
})
const refs: fc.Arbitrary<Step> = fc.oneof(
  name.map(
    (ref): Step =>
      repository =>
        repository.git(['branch', '--force', `try/${ref}`]),
  ),
  name.map(
    (ref): Step =>
      repository =>
        repository.git(['update-ref', '-d', `refs/heads/try/${ref}`]),
  ),
  name.map(
    (ref): Step =>
      repository =>
        repository.git(['tag', '--force', '-a', '-m', `tag ${ref}`, 'v1']),
  ),
)
const housekeeping: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  repository => repository.git(['gc', '--quiet']),
  repository => repository.git(['repack', '--quiet', '-d']),
  repository => repository.git(['repack', '--quiet', '-a', '-d', '--depth=3']),
  repository => {
    repository.git(['reflog', 'expire', '--expire=now', '--all'])
    repository.git(['gc', '--quiet', '--prune=now'])
  },
  // A pack of what others hold as well.
  repository => {
    const ids = repository.git(['rev-list', '--objects', '--no-object-names', 'HEAD'])
    repository.git(['pack-objects', '-q', '.git/objects/pack/pack'], { input: `${ids}\n` })
  },
)
/** One that may be clean, or told of something; a git that stumbles over the hole goes on without. */
const loss: fc.Arbitrary<Step> = fc
  .double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  .map(where => repository => {
    const objects = join(repository.path, '.git', 'objects')
    const loose = readdirSync(objects)
      .filter(two => two.length === 2)
      .flatMap(two => readdirSync(join(objects, two)).map(rest => join(objects, two, rest)))
      .sort()
    const file = loose[Math.floor(where * loose.length)]
    if (file !== undefined) rmSync(file)
  })
const settings: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  repository => repository.write('.keyscan.toml', 'disable = ["github-personal-access-token"]\n'),
  repository => rmSync(join(repository.path, '.keyscan.toml'), { force: true }),
)

const step = fc.oneof(
  { weight: 6, arbitrary: commit },
  { weight: 1, arbitrary: remove },
  { weight: 1, arbitrary: dangling },
  { weight: 2, arbitrary: refs },
  { weight: 4, arbitrary: housekeeping },
  { weight: 1, arbitrary: loss },
  { weight: 1, arbitrary: settings },
)

/** What is told, or why it cannot be told. */
async function outcomeOf(scan: Promise<Audit>): Promise<Pick<Audit, 'looked'> & { readonly told: unknown }> {
  try {
    const { report, looked } = await scan
    return { told: report, looked }
  } catch (cause) {
    return { told: (cause as Error).message, looked: undefined }
  }
}

test('whatever happens between two audits, the second tells what a first one would', { timeout: 600_000 }, async () => {
  let spared = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async steps => {
      const repository = createRepository()
      try {
        repository.commit('first', { 'a.txt': 'a\n', '.gitignore': '.keyscan.toml\n' })
        for (const take of steps) {
          try {
            take(repository)
          } catch {
            // Something that git needs is lost: what is told of that is what this is about.
          }
          const known = await outcomeOf(audit(repository.path))
          const fresh = await outcomeOf(freshAudit(repository.path))
          expect(known.told).toEqual(fresh.told)
          if ((known.looked ?? 0) < (fresh.looked ?? 0)) spared++
        }
      } finally {
        repository.dispose()
      }
    }),
    { numRuns: HISTORIES },
  )
  // The property is about something.
  expect(spared).toBeGreaterThan(HISTORIES * 3)
})
