import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { type ScanOptions, scan } from '../../src/scan.ts'
import { RULE_SAMPLES, sampleText } from '../property/rule-samples.ts'

/** Of every kind that judges tell apart, and some of names that rules ask for. */
const PATHS = [
  'app.conf',
  'src/app.py',
  'web/db.php',
  'deploy.sh',
  'config.yml',
  'secrets.yml',
  'README.md',
  'a.json',
  'settings.xml',
  'notes',
  'test/app_test.go',
  'vendor/lib/a.js',
  'pom.properties',
]
/** What people choose, as settings and code have it: which of it counts is said by the file's name. */
const CHOSEN = [
  'sunshine',
  'quartzPumpkin',
  'walnut84',
  'copper.winter31',
  'hazel-otter-lantern',
  'ferris_crab',
  'S3cr3t!pa55',
]
const GROUP = 12
/** An example of every third rule: all of them take a minute. */
const SAMPLES = RULE_SAMPLES.filter(({ ruleId }, i) => ruleId !== RULE_SAMPLES[i - 1]?.ruleId).filter(
  (_, i) => i % 3 === 0,
)

function files(): Record<string, string> {
  const all: Record<string, string> = {}
  for (let i = 0; i < SAMPLES.length; i += GROUP) {
    const path = PATHS[(i / GROUP) % PATHS.length]!
    all[`${i}/${path}`] = SAMPLES.slice(i, i + GROUP)
      .map((sample, n) => `${sampleText(sample, n)}\n\n`)
      .join(`${'lorem ipsum dolor sit amet\n'.repeat(20)}\n`)
  }
  for (const path of PATHS) {
    all[`chosen/${path}`] = CHOSEN.map(
      (value, n) =>
        `password${n} = ${value}\napi_secret${n}: "${value}"\nmysqli_connect('db${n}', 'root', '${value}')\n\n`,
    ).join('')
  }
  const encoded = CHOSEN.map((value, n) => `  password${n}: ${Buffer.from(value).toString('base64')}\n`).join('')
  for (const path of ['secret.yaml', 'db.conf', 'deploy/a.yml']) {
    all[`encoded/${path}`] = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n${encoded}`
  }
  return all
}

let repository: TestRepository
let staged: readonly string[]

beforeAll(async () => {
  repository = createRepository()
  repository.commit('nothing', { '.gitignore': '\n' })
  for (const [path, content] of Object.entries(files())) repository.write(path, content)
  repository.git(['add', '--all'])
  staged = await placesIn({ mode: 'staged' })
  repository.git(['commit', '--quiet', '--no-verify', '-m', 'all'])
}, 120_000)

afterAll(() => repository.dispose())

async function placesIn(options: Omit<ScanOptions, 'directory'>): Promise<readonly string[]> {
  const { findings } = await scan({
    ...options,
    directory: repository.path,
    allPlaces: true,
    minConfidence: 'low',
    withoutCache: true,
  })
  return findings
    .flatMap(({ ruleId, confidence, places }) =>
      places.map(({ path, line, column }) => `${path}:${line}:${column} ${ruleId} ${confidence}`),
    )
    .sort()
}

describe('the same files hold the same, however they are come by', () => {
  test('as files, of which there is much to say', async () => {
    expect(staged.length).toBeGreaterThan(SAMPLES.length)
    expect(new Set(staged.map(place => place.split(' ')[1])).size).toBeGreaterThan(SAMPLES.length / 2)
    expect(await placesIn({ mode: 'paths', paths: ['.'] })).toEqual(staged)
  })

  test('as a history', async () => {
    expect(await placesIn({ mode: 'history' })).toEqual(staged)
  })

  test('as a history in packs', async () => {
    repository.git(['gc', '--quiet'])
    expect(await placesIn({ mode: 'history' })).toEqual(staged)
  })

  test('as a range', async () => {
    expect(await placesIn({ mode: 'range', range: 'HEAD~1..HEAD' })).toEqual(staged)
  })
})
