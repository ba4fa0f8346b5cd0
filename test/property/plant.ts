import fc from 'fast-check'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import type { Planted } from './forbidden-pieces.ts'
import { RULE_SAMPLES, type RuleSample, sampleText, secretsOf } from './rule-samples.ts'

const OTHER = 1_000_000

/** Examples that are a key and nothing else, also behind the slash of a ref's name: they can stand in names. */
const BARE: readonly RuleSample[] = RULE_SAMPLES.filter(sample => {
  const [secret = ''] = secretsOf(sample.ruleId, sampleText(sample, 1))
  return /^[A-Za-z0-9_-]{20,60}$/.test(secret) && secretsOf(sample.ruleId, `v/${secret}`)[0] === secret
})

const FILES = ['app.py', 'src/config.json', 'deploy/.env', 'notes.md', 'a b/Dockerfile', 'x.min.js', 'test/fixture.ts']

export interface Plan {
  /** What stands in files: number of the sample, of its value, of the file; on the line of the one before, or apart from it. */
  readonly contents: readonly (readonly [sample: number, value: number, file: number, joined: boolean])[]
  /** What stands in names and messages. */
  readonly names: readonly (readonly [sample: number, value: number])[]
  /** Of an ignored `.env`, in the forms it turns up in. */
  readonly known: string
}

export const plan: fc.Arbitrary<Plan> = fc.record({
  contents: fc.array(
    fc.tuple(fc.nat(RULE_SAMPLES.length - 1), fc.nat(OTHER - 1), fc.nat(FILES.length - 1), fc.boolean()),
    {
      minLength: 1,
      maxLength: 25,
    },
  ),
  names: fc.array(fc.tuple(fc.nat(BARE.length - 1), fc.nat(OTHER - 1)), { minLength: 7, maxLength: 7 }),
  known: fc.stringMatching(/^[a-z]{4}[A-Z]{4}[0-9]{4}[!#%&+/=]{2}[a-zA-Z0-9]{10}$/),
})

/** Rules of some of what is planted: a scan narrowed to these must not show what it does not find. */
export function onlyRulesOf({ contents }: Plan): readonly string[] {
  return contents.slice(0, 3).map(([sample]) => RULE_SAMPLES[sample]!.ruleId)
}

interface PlantedFile {
  readonly text: string
  readonly samples: readonly RuleSample[]
}

function contentsOf({ contents }: Plan): ReadonlyMap<string, PlantedFile> {
  const files = new Map<string, PlantedFile>()
  for (const [number, value, file, joined] of contents) {
    const sample = RULE_SAMPLES[number]!
    const { text, samples } = files.get(FILES[file]!) ?? { text: '', samples: [] }
    const between = text === '' ? '' : joined ? '   ' : '\n\n\n'
    files.set(FILES[file]!, { text: text + between + sampleText(sample, value), samples: [...samples, sample] })
  }
  return files
}

/** What the rules of its samples take for secrets in a file. */
function plantedIn({ text, samples }: PlantedFile): readonly Planted[] {
  return [...new Set(samples)].flatMap(sample => {
    const other = sampleText(sample, 2 * OTHER)
    return secretsOf(sample.ruleId, text).map(value => ({ value, other }))
  })
}

/** Fills an empty repository as planned: commits, then a staged change. Gives all that must not show. */
export function plant(repository: TestRepository, what: Plan): readonly Planted[] {
  const { names, known } = what
  const files = new Map([...contentsOf(what)].map(([path, { text }]) => [path, `${text}\n`]))
  const all: Planted[] = [{ value: known, other: '' }, ...[...contentsOf(what).values()].flatMap(plantedIn)]
  const keys = names.map(([sample, value]) => {
    const text = sampleText(BARE[sample]!, value)
    const [secret = ''] = secretsOf(BARE[sample]!.ruleId, text)
    all.push({ value: secret, other: sampleText(BARE[sample]!, value + OTHER) })
    return secret
  })
  const [file, message, author, branch, tag, tagMessage, stagedFile] = keys
  const bytes = Buffer.from(known)

  repository.commit('nothing yet', { '.gitignore': '/.env.local\n', 'a.txt': 'nothing\n' })
  repository.write('.env.local', `API_TOKEN="${known}"\n`)
  repository.write(`dir/${file}.txt`, `${file}\n`)
  repository.git(['add', '--all'])
  repository.git(['commit', '--quiet', '--no-verify', '-m', `message ${message}`], {
    env: { GIT_AUTHOR_NAME: `a ${author}` },
  })
  repository.commit('files', Object.fromEntries(files))
  repository.git(['branch', `topic/${branch}`])
  repository.git(['tag', '-a', `v/${tag}`, '-m', `tag ${tagMessage}`])
  for (const [path, content] of files) repository.write(`staged/${path}`, `// moved\n${content}`)
  repository.write(`staged/${stagedFile}/b.txt`, `${bytes.toString('base64')}\n`)
  repository.write(
    'staged/known.txt',
    `x = "${known}"\ny = ${encodeURIComponent(known)}\nz = ${bytes.toString('hex')}\n`,
  )
  repository.git(['add', '--all', 'staged'])
  return all
}
