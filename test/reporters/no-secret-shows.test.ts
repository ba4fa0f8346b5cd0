import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeExcerpt } from '../../src/findings/excerpt.ts'
import { createSecret } from '../../src/findings/secret.ts'
import { FORMAT_NAMES } from '../../src/reporters/formats.ts'
import { renderReport } from '../../src/reporters/render-report.ts'
import type { Finding, Report } from '../../src/types.ts'
import { findingWith, OPTIONS, placeWith, reportWith } from './report.ts'

const PIECE = 12

const secretValue = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9+/_=.-]{16,80}$/),
  fc.stringMatching(/^[A-Za-z0-9]{30}\n[A-Za-z0-9]{30}\n[A-Za-z0-9]{30}$/),
  fc.string({ unit: 'grapheme', minLength: 16, maxLength: 40 }),
)

/** A report in which each secret stands wherever a secret can stand: in its line, next to another, in names. */
function reportOf(values: readonly string[], noise: string): Report {
  const secrets = values.map(createSecret)
  const line = Buffer.from(`${noise}${values.join(noise || ' ')}${noise}`.split('\n')[0]!).toString('latin1')
  const findings = secrets.map((secret, i): Finding => {
    const bytes = Buffer.from(values[i]!).toString('latin1')
    const start = Math.max(line.indexOf(bytes), 0)
    const match = { line, lineStart: 0, start, end: start + bytes.length, secret }
    const excerpt = makeExcerpt(
      match,
      secrets.map(other => ({ secret: other, lineStart: 0, start: 0, end: 0 })),
    )
    const name = `a/${values.at(-1 - i)}/b`
    return findingWith({
      secret,
      fingerprint: `f${i}`,
      places: [
        placeWith({ path: name, author: name, email: name, refs: [name], excerpt }),
        placeWith({ in: 'file name', path: name }),
      ],
      remediation: [{ kind: 'remove', text: `Look at ${name}.`, commands: [`git add -- ${name}`] }],
    })
  })
  return reportWith(findings, { notScanned: [{ what: `a/${values[0]}`, why: 'unreadable' }] })
}

/** Every text that gives a value away, in pieces of which none may show. */
function pieces(value: string): readonly string[] {
  const forms = [value, Buffer.from(value).toString('base64')]
  return forms.flatMap(form =>
    Array.from({ length: Math.max(form.length - PIECE, 0) + 1 }, (_, i) => form.slice(i, i + PIECE)),
  )
}

const PLAIN = { ...OPTIONS, columns: 100 }
const VARIANTS = [PLAIN, { ...PLAIN, colour: true }, { ...PLAIN, verbose: true }, { ...PLAIN, quiet: true }]

test('no format shows any secret, its base64 or a piece of it, whatever the options', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(secretValue, { minLength: 1, maxLength: 3 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      async (values, noise) => {
        const report = reportOf(values, noise)
        const redacted = values.map(value => createSecret(value).redacted)
        const innocent = JSON.stringify(reportWith([findingWith({ remediation: [] })]))
        const forbidden = values
          .flatMap(pieces)
          .filter(piece => ![...redacted, innocent].some(text => text.includes(piece)) && piece.trim().length === PIECE)
        for (const format of FORMAT_NAMES) {
          for (const options of VARIANTS) {
            const text = await renderReport(format, report, options)
            for (const piece of forbidden) {
              if (text.includes(piece))
                expect.fail(`${format} shows ${JSON.stringify(piece)} of ${JSON.stringify(values)}`)
            }
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('the secret shows in every format for who asks for it', async () => {
  const value = ['sk', 'a1B2c3D4e5F6g7H8i9J0k1L2'].join('-')
  for (const format of FORMAT_NAMES) {
    const report = reportWith([findingWith({ secret: createSecret(value) })])
    expect(await renderReport(format, report, { ...OPTIONS, showSecrets: true })).toContain(value)
    expect(await renderReport(format, report, OPTIONS)).not.toContain(value)
  }
})
