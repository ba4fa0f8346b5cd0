import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRepository } from '../../fixtures/repositories/create-repository.ts'
import { FORMAT_NAMES } from '../../src/reporters/formats.ts'
import { renderReport } from '../../src/reporters/render-report.ts'
import { scan } from '../../src/scan.ts'
import { zipOf } from '../detect/decode/encoded.ts'
import { forbiddenPieces, showing } from './forbidden-pieces.ts'
import { RULE_SAMPLES, sampleText, secretsOf } from './rule-samples.ts'

const OTHER = 1_000_000
const PLAIN = { colour: false, columns: 200, verbose: true, quiet: false, showSecrets: false }

const b64 = (text: string): string => Buffer.from(text).toString('base64')
const hex = (text: string): string => Buffer.from(text).toString('hex')

/** A text in forms that stand on one line with others, and as files. */
const ON_LINES: readonly ((text: string) => string)[] = [
  b64,
  hex,
  encodeURIComponent,
  JSON.stringify,
  text => b64(b64(text)),
]

const sample = fc.tuple(fc.nat(RULE_SAMPLES.length - 1), fc.nat(OTHER - 1), fc.nat(ON_LINES.length - 1))

type Drawn = readonly [sample: number, value: number, form: number]

/** Those that are found in their form. What nobody finds nobody can hide: a key that only its name in plain tells of. */
async function visible(drawn: readonly Drawn[]): Promise<readonly Drawn[]> {
  const found = await Promise.all(
    drawn.map(async ([number, value, form]) => {
      const text = Buffer.from(`x: ${ON_LINES[form]!(sampleText(RULE_SAMPLES[number]!, value))}`)
      const { findings } = await scan({
        mode: 'stdin',
        directory: '.',
        text,
        minConfidence: 'low',
        withoutConfig: true,
      })
      const { ruleId } = RULE_SAMPLES[number]!
      const secrets = secretsOf(ruleId, sampleText(RULE_SAMPLES[number]!, value))
      return secrets.length > 0 && secrets.every(secret => findings.some(one => one.secret?.reveal() === secret))
    }),
  )
  return drawn.filter((_, at) => found[at])
}

test('nothing that is printed holds a secret that stands encoded, nor what it is encoded to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 12 }), fc.boolean(), async (drawn, joined) => {
      const repository = createRepository()
      try {
        const planted = await visible(drawn)
        const texts = planted.map(([number, value]) => sampleText(RULE_SAMPLES[number]!, value))
        const lines = planted.map(([, , form], at) => `x${at}: ${ON_LINES[form]!(texts[at]!)}`)
        const secrets = planted.flatMap(([number], at) => {
          const one = RULE_SAMPLES[number]!
          const other = sampleText(one, 2 * OTHER)
          return secretsOf(one.ruleId, texts[at]!).flatMap(value => [
            { value, other },
            { value: b64(value), other: b64(other) },
          ])
        })
        repository.write('lines.txt', lines.join(joined ? '  ' : '\n'))
        repository.write('a.zip', zipOf({ 'a/b.txt': texts.join('\n\n'), 'c.txt': lines.join('\n') }))
        repository.write('a.gz', gzipSync(texts.join('\n')))
        repository.write('u.txt', Buffer.from(`\ufeff${texts.join('\r\n')}`, 'utf16le'))
        repository.git(['add', '.'])
        const forbidden = forbiddenPieces(secrets)
        const report = await scan({ mode: 'staged', directory: repository.path, minConfidence: 'low' })
        for (const format of FORMAT_NAMES) {
          expect(showing(await renderReport(format, report, PLAIN), forbidden)).toBeUndefined()
        }
      } finally {
        repository.dispose()
      }
    }),
    { numRuns: 25 },
  )
})
