import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeExcerpt } from '../../src/findings/excerpt.ts'
import { createSecret } from '../../src/findings/secret.ts'

const latin1 = (text: string): string => Buffer.from(text).toString('latin1')
const KEY = ['sk', 'proj', 'a1B2c3D4e5F6g7H8i9J0k1L2'].join('-')
const OTHER = ['ghp', 'Z9y8X7w6V5u4T3s2R1q0P9o8'].join('_')

/** A match of `value` in a line that starts at byte 100 of its blob. */
function matchOf(line: string, value: string, from = 0) {
  const bytes = latin1(line)
  const start = bytes.indexOf(latin1(value), from)
  return {
    line: bytes,
    lineStart: 100,
    start: 100 + start,
    end: 100 + start + latin1(value).length,
    secret: createSecret(value),
  }
}

const marked = ({ text, start, end }: { text: string; start: number; end: number }): string => text.slice(start, end)

describe('makeExcerpt', () => {
  test('marks the redacted secret in its line, without the indentation', () => {
    const excerpt = makeExcerpt(matchOf(`    const key = '${KEY}'`, KEY), [])
    expect(excerpt.text).toBe("const key = 'sk-proj-…k1L2'")
    expect(marked(excerpt)).toBe('sk-proj-…k1L2')
  })

  test('marks the occurrence that the match is of', () => {
    const line = `a(${KEY}); b(${KEY})`
    const excerpt = makeExcerpt(matchOf(line, KEY, 20), [])
    expect(excerpt.text).toBe('a(sk-proj-…k1L2); b(sk-proj-…k1L2)')
    expect(excerpt.start).toBe(20)
  })

  test('hides every other secret of the line, of other rules and of no confidence', () => {
    const line = `x="${KEY}" y="${OTHER}" z="${OTHER}"`
    const excerpt = makeExcerpt(matchOf(line, KEY), [matchOf(line, OTHER)])
    expect(excerpt.text).toBe('x="sk-proj-…k1L2" y="ghp_…P9o8" z="ghp_…P9o8"')
  })

  test('hides encoded forms of a secret on the same line', () => {
    const base64 = Buffer.from(`user:${KEY}`).toString('base64')
    const line = `k=${KEY} # ${base64} ${Buffer.from(KEY).toString('hex')}`
    const { text } = makeExcerpt(matchOf(line, KEY), [])
    expect(text).not.toContain(base64.slice(8, 20))
    expect(text).not.toContain(Buffer.from(KEY).toString('hex').slice(0, 12))
  })

  test('takes overlapping secrets as one, under the name of the marked one', () => {
    const url = `postgres://user:${KEY}@db.example.invalid/x`
    const line = `URL=${url}`
    const excerpt = makeExcerpt(matchOf(line, KEY), [matchOf(line, url)])
    expect(excerpt.text).toBe('URL=sk-proj-…k1L2')
    expect(marked(excerpt)).toBe('sk-proj-…k1L2')
  })

  test('a secret of several lines shows its first line redacted', () => {
    const header = ['-----BEGIN', 'RSA', 'PRIVATE', 'KEY-----'].join(' ')
    const line = `key: ${header}`
    const key = `${header}\nMIIabcdefgh0123456789\n`
    const match = { line, lineStart: 0, start: 5, end: 5 + key.length, secret: createSecret(key) }
    const excerpt = makeExcerpt(match, [])
    expect(excerpt.text).toMatch(/^key: -----BEGIN RSA PRIVATE KEY/)
    expect(excerpt.text).not.toContain('MII')
  })

  test('hides the piece of a secret that the bounded line cuts off', () => {
    const line = `a=${KEY} b=${OTHER.slice(0, 16)}`
    const { text } = makeExcerpt(matchOf(line, KEY), [
      { lineStart: 500, start: 500, end: 500, secret: createSecret(OTHER) },
    ])
    expect(text).toBe('a=sk-proj-…k1L2 b=ghp_…P9o8')
  })

  test('decodes UTF-8 and shows bytes that are none', () => {
    const match = matchOf(`pässwörd 🙂 = "${KEY}" é`, KEY)
    const excerpt = makeExcerpt({ ...match, line: `${match.line}\xff\xe2\x82` }, [])
    expect(excerpt.text).toBe('pässwörd 🙂 = "sk-proj-…k1L2" é\\xff\\xe2\\x82')
    expect(marked(excerpt)).toBe('sk-proj-…k1L2')
  })

  test('a secret with characters outside ASCII is wholly replaced', () => {
    const value = `grüße-${'ß'.repeat(20)}-é`
    const excerpt = makeExcerpt(matchOf(`ä pw=${value};`, value), [])
    expect(excerpt.text).toMatch(/^ä pw=[^ß]*…[^;]*;$/)
  })

  test('shows control characters and bidirectional marks instead of obeying them', () => {
    const excerpt = makeExcerpt(matchOf(`\x1b[2J\x07a\u202eb\u0085 = ${KEY}\r`, KEY), [])
    expect(excerpt.text).toBe('\\x1b[2J\\x07a\\u202eb\\x85 = sk-proj-…k1L2\\x0d')
    expect(marked(excerpt)).toBe('sk-proj-…k1L2')
  })

  test('cuts a long line around the mark', () => {
    const excerpt = makeExcerpt(matchOf(`${'a'.repeat(500)} key="${KEY}" ${'b'.repeat(500)}`, KEY), [])
    expect(excerpt.text.length).toBeLessThanOrEqual(74)
    expect(excerpt.text).toMatch(/^…a+ key="sk-proj-…k1L2" b+…$/)
    expect(marked(excerpt)).toBe('sk-proj-…k1L2')
  })

  test('whatever the line and whatever stands around: nothing of any secret shows beyond its redacted form', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_+/=-]{24,60}$/).map(text => `Q7${text}`)
    const noise = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(secret, secret, noise, noise, noise, (one, two, a, b, c) => {
        const line = `${a}${one}${b}${two}${c}${Buffer.from(two).toString('base64')}`.replace(/[\r\n]/g, '')
        const match = matchOf(line, one)
        const { text } = makeExcerpt(match, [matchOf(line, two)])
        for (const value of [one, two, Buffer.from(two).toString('base64')]) {
          const { redacted } = createSecret(value)
          const shown = text.replaceAll(createSecret(one).redacted, '').replaceAll(createSecret(two).redacted, '')
          for (let i = 0; i + 12 <= value.length; i++) {
            if (!redacted.includes(value.slice(i, i + 12))) expect(shown).not.toContain(value.slice(i, i + 12))
          }
        }
      }),
    )
  })
})
