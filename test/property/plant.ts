import fc from 'fast-check'
import type { TestRepository } from '../repositories/create-repository.ts'
import type { Planted } from './forbidden-pieces.ts'
import { RULE_SAMPLES, type RuleSample, sampleText, secretsOf } from './rule-samples.ts'

const OTHER = 1_000_000

/** Examples that are a key and nothing else: they can stand in names. */
const BARE: readonly RuleSample[] = RULE_SAMPLES.filter(sample => {
  const [secret = ''] = secretsOf(sample.ruleId, sampleText(sample, 1))
  return /^[A-Za-z0-9_-]{20,60}$/.test(secret) && secretsOf(sample.ruleId, secret)[0] === secret
})

const FILES = ['app.py', 'src/config.json', 'deploy/.env', 'notes.md', 'a b/Dockerfile', 'x.min.js', 'test/fixture.ts']

export interface Plan {
  /** What stands in files: number of the sample, of its value, of the file. */
  readonly contents: readonly (readonly [sample: number, value: number, file: number])[]
  /** What stands in names and messages. */
  readonly names: readonly (readonly [sample: number, value: number])[]
  /** Of an ignored `.env`, in the forms it turns up in. */
  readonly known: string
}

export const plan: fc.Arbitrary<Plan> = fc.record({
  contents: fc.array(fc.tuple(fc.nat(RULE_SAMPLES.length - 1), fc.nat(OTHER - 1), fc.nat(FILES.length - 1)), {
    minLength: 1,
    maxLength: 25,
  }),
  names: fc.array(fc.tuple(fc.nat(BARE.length - 1), fc.nat(OTHER - 1)), { minLength: 7, maxLength: 7 }),
  known: fc.stringMatching(/^[a-z]{4}[A-Z]{4}[0-9]{4}[!#%&+/=]{2}[a-zA-Z0-9]{10}$/),
})

function plantedIn(sample: RuleSample, value: number): { text: string; planted: readonly Planted[] } {
  const text = sampleText(sample, value)
  const other = sampleText(sample, value + OTHER)
  return { text, planted: secretsOf(sample.ruleId, text).map(secret => ({ value: secret, other })) }
}

/** Fills an empty repository as planned: commits, then a staged change. Gives all that must not show. */
export function plant(repository: TestRepository, { contents, names, known }: Plan): readonly Planted[] {
  const files = new Map<string, string>()
  const all: Planted[] = [{ value: known, other: '' }]
  for (const [sample, value, file] of contents) {
    const { text, planted } = plantedIn(RULE_SAMPLES[sample]!, value)
    const path = FILES[file]!
    files.set(path, `${files.get(path) ?? ''}${text}\n\n\n`)
    all.push(...planted)
  }
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
