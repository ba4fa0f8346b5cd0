import { describe, expect, test } from 'vitest'
import { createSecret } from '../../src/findings/secret.ts'
import { displayWidth } from '../../src/reporters/display-width.ts'
import { human } from '../../src/reporters/human.ts'
import { BLOB, COMMIT, findingWith, OPTIONS, placeWith, reportWith, SECRET } from './report.ts'

const excerpt = findingWith().places[0]!.excerpt!
const place = placeWith({
  commit: COMMIT,
  author: 'a',
  email: 'a@example.invalid',
  date: '2024-03-01T10:00:00+01:00',
  inHead: true,
  refs: ['refs/heads/main', 'refs/remotes/origin/main', 'refs/tags/v1', 'refs/stash', 'refs/heads/b', 'refs/heads/c'],
  excerpt,
})

describe('human', () => {
  test('says what, where, why, and what to do', () => {
    expect(human(reportWith([findingWith()]), OPTIONS)).toBe(`
CRITICAL  Example API key  sk-proj-…k1L2
  src/config.ts:12:18
    const key = 'sk-proj-…k1L2'
                 ^^^^^^^^^^^^^
  staged, in no commit yet
  why: the checksum is valid

What to do now
In what is staged:
 1. Take it out:
      git restore --staged -- src/config.ts
 2. Put the look-up in place of the value:
      src/config.ts:12: process.env.KEY

At the provider:
 3. Example API key: Revoke it.
    Delete it under Keys.
    https://example.invalid/keys

1 leak found (1 critical) in 3 staged files (12 kB), 48 ms
Not a secret? Write "keyscan:allow" and the reason into a comment on its line.
`)
  })

  test('says who brought it in, when, and what holds it', () => {
    const text = human(reportWith([findingWith({ state: 'pushed', places: [place], versions: 7 })]), OPTIONS)
    expect(text).toContain(`
  pushed: whoever can read the repository can have it
  commit 1a2b3c4d5e, 2024-03-01, a <a@example.invalid>
  still in HEAD; held by main, origin/main, tag v1, stash and 2 more
  in 7 versions
`)
  })

  test('what is committed is revoked first', () => {
    const text = human(reportWith([findingWith({ state: 'pushed' })]), OPTIONS)
    expect(text).toMatch(
      /What to do now\nAt the provider:\n 1\. Example API key: Revoke it\.[\s\S]*\nIn what is pushed:\n 2\. /,
    )
  })

  test('shows the place that is there now, and folds the others', () => {
    const old = Array.from({ length: 15 }, (_, i) =>
      placeWith({ path: `old-${i}.ts`, commit: COMMIT, date: '2020-02-02T00:00:00Z' }),
    )
    const finding = findingWith({ places: [...old, place] })
    const text = human(reportWith([finding]), OPTIONS)
    expect(text).toContain('\n  src/config.ts:12:18\n')
    expect(text).toContain('\n  also old-0.ts:12:18 (1a2b3c4d5e, 2020-02-02)\n')
    expect(text).toContain('\n  and 12 more places\n')
    expect(text).not.toContain('old-3.ts')
    expect(human(reportWith([finding]), { ...OPTIONS, verbose: true })).toContain('old-14.ts')
  })

  test('places that are no files', () => {
    const at = (changes: object) =>
      human(
        reportWith([findingWith({ places: [{ line: 2, column: 3, endLine: 2, endColumn: 9, ...changes }] })]),
        OPTIONS,
      )
    expect(at({ blob: BLOB })).toContain('\n  blob b10b3c4d5e (no path):2:3\n')
    expect(at({ in: 'commit message', commit: COMMIT })).toContain('\n  commit message of 1a2b3c4d5e, line 2\n')
    expect(at({ in: 'file name', path: 'x/y' })).toContain('\n  file name x/y\n')
    expect(at({ in: 'standard input' })).toMatch(/\n {2}standard input:2:3\n {2}in what was read from standard input\n/)
  })

  test('sorts by severity, path and line', () => {
    const of = (severity: 'low' | 'high', path: string, line: number) =>
      findingWith({ severity, places: [placeWith({ path, line })] })
    const text = human(reportWith([of('low', 'a', 1), of('high', 'b', 9), of('high', 'b', 10), of('high', 'a', 5)]), {
      ...OPTIONS,
      quiet: true,
    })
    expect(text.split('\n').map(line => line.split(' ')[0])).toEqual(['a:5:18:', 'b:9:18:', 'b:10:18:', 'a:1:18:', ''])
  })

  test('marks in colour without a caret, and without colour has no escape code', () => {
    const report = reportWith([findingWith({ places: [place] })])
    const coloured = human(report, { ...OPTIONS, colour: true })
    expect(coloured).toContain('\u001b[')
    expect(coloured).not.toContain('^^')
    const plain = human(report, { ...OPTIONS, colour: false })
    expect(plain).not.toContain('\u001b')
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain.replace(/^ +\^+\n/m, ''))
  })

  test('the caret stands under the mark, whatever stands before it', () => {
    const redacted = findingWith().secret!.redacted
    const text = `ключ 鍵 🙂 é = ${redacted}`
    const start = text.indexOf(redacted)
    const finding = findingWith({ places: [placeWith({ excerpt: { text, start, end: text.length } })] })
    const lines = human(reportWith([finding]), OPTIONS).split('\n')
    const caret = lines.find(line => line.includes('^^'))!
    expect(caret.indexOf('^')).toBe(4 + displayWidth(text.slice(0, start)))
    expect(displayWidth('鍵🙂e\u0301')).toBe(5)
  })

  test.each([40, 80, 200])('%i columns: only what is to be copied is wider', columns => {
    const long = 'a sentence that goes on and on and says a lot of things that nobody wants to know '.repeat(4).trim()
    const finding = findingWith({
      places: [
        { ...place, excerpt: { text: `${'x'.repeat(30)}${excerpt.text}${'y'.repeat(30)}`, start: 43, end: 56 } },
      ],
      reasons: [long],
      remediation: [{ kind: 'revoke', text: long, commands: ['git command'] }],
    })
    const lines = human(reportWith([finding], { notScanned: [] }), { ...OPTIONS, columns }).split('\n')
    const width = Math.max(40, Math.min(columns, 100))
    const body = lines.slice(0, -3)
    expect(body.filter(line => displayWidth(line) > width && !/^(?:CRITICAL| {2}src)/.test(line))).toEqual([])
    expect(body.some(line => displayWidth(line) > width - 20)).toBe(true)
  })

  test('nothing from a repository is obeyed by the terminal', () => {
    const evil = 'a\u001b[2J\u202e\nb\u0007'
    const finding = findingWith({
      title: evil,
      places: [
        placeWith({ ...place, path: evil, author: evil, email: evil, refs: [`refs/heads/${evil}`] }),
        placeWith({ path: evil }),
      ],
      reasons: [evil],
      verdict: { evil },
      remediation: [{ kind: 'replace', text: evil, code: [evil], commands: [evil], url: evil }],
    })
    const report = reportWith([finding], { notScanned: [{ what: evil, why: evil }] })
    for (const quiet of [false, true]) {
      const text = human(report, { ...OPTIONS, quiet, verbose: !quiet })
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      expect(text.split('\n')).not.toContain('b')
    }
  })

  test('many commands of one step are folded, unless asked for', () => {
    const commands = Array.from({ length: 40 }, (_, i) => `git add -- ${i}`)
    const report = reportWith([findingWith({ remediation: [{ kind: 'remove', text: 'Do:', commands }] })])
    expect(human(report, OPTIONS)).toContain('git add -- 10\n      … and 29 more (--verbose shows them)\n')
    expect(human(report, { ...OPTIONS, verbose: true })).toContain('git add -- 39\n')
  })

  test('says what was not scanned, folded after ten', () => {
    const notScanned = Array.from({ length: 13 }, (_, i) => ({ what: `file-${i}`, why: 'too large' }))
    const report = reportWith([findingWith()], { notScanned })
    const text = human(report, OPTIONS)
    expect(text).toContain('The scan is not complete.\nNot scanned: 13\n  file-0: too large\n')
    expect(text).toContain('  and 3 more (--verbose lists them)\n')
    expect(text).not.toContain('file-10')
    expect(human(report, { ...OPTIONS, verbose: true })).toContain('file-12')
  })

  test('verbose names rule, confidence, verdict and fingerprint', () => {
    const text = human(reportWith([findingWith()]), { ...OPTIONS, verbose: true })
    expect(text).toContain(
      '  rule example-api-key, confidence high (checksum valid, entropy 4.2)\n  fingerprint f1f2f3f4f5f6f7f8\n',
    )
  })

  test('shows the secret only to who asked', () => {
    const report = reportWith([findingWith({ secret: createSecret(SECRET) })])
    expect(human(report, OPTIONS)).not.toContain(SECRET)
    expect(human(report, { ...OPTIONS, showSecrets: true })).toContain(SECRET)
  })
})

describe('nothing found', () => {
  test('is one short line', () => {
    expect(human(reportWith([]), OPTIONS)).toBe('No secrets found in 3 staged files (12 kB), 48 ms\n')
    expect(human(reportWith([]), { ...OPTIONS, quiet: true })).toBe('')
  })

  test('is never said of a scan that is not complete, however quiet', () => {
    const report = reportWith([], { notScanned: [{ what: 'a', why: 'unreadable' }] })
    for (const quiet of [false, true]) {
      expect(human(report, { ...OPTIONS, quiet })).toMatch(
        /^The scan is not complete; no secrets found in .*\nNot scanned: 1\n {2}a: unreadable\n$/,
      )
    }
  })

  test('still says what was let through and what lies below', () => {
    const report = reportWith(
      [],
      {},
      {
        mode: 'history',
        counts: { blobs: 1, bytes: 5_600_000, commits: 2, belowConfidence: 4, allowed: 1 },
        elapsedMs: 125_000,
      },
    )
    expect(human(report, OPTIONS)).toBe(
      'No secrets found in 1 object of 2 commits (5.6 MB), 2 min 5 s\nBelow the confidence asked for: 4 (--min-confidence low lists them)\nLet through by comments: 1 finding\n',
    )
  })
})
