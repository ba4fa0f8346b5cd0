import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsRun } from '../../src/detect/holds-run.ts'
import { listBytes } from '../../src/ruleset/byte-set.ts'
import { type Run, requiredRun } from '../../src/ruleset/required-run.ts'
import { randomPattern } from './random-pattern.ts'
import { readSource } from './read-source.ts'
import { spellMatch } from './spell-match.ts'

const holds = (text: string, { bytes, length }: Run): boolean => {
  const set = new Uint8Array(256)
  for (const byte of listBytes(bytes)) set[byte] = 1
  return holdsRun(Buffer.from(text, 'latin1'), 0, text.length, set, length)
}

const HEX = '0123456789abcdef'

describe('requiredRun', () => {
  it.each<[string, string | undefined, number?]>([
    ['key_[0-9a-f]{32}', '0123456789_abcdefky', 36],
    ['(?<![0-9a-f])(?:[0-9a-f]{8}){4}', undefined],
    ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}', `-${HEX}`, 18],
    ['x{0,9}(?:[0-9a-f]{40}|[0-9]{20})', HEX, 20],
    ['(?:[0-9a-f]{40})?x', undefined],
    ['(?:a[0-9a-f]{40}){1,3}', HEX, 41],
    ['(?=[0-9a-f]{40})\\S{6,300}', undefined],
    ['[^"]{20}', undefined],
  ])('%s', (pattern, bytes, length) => {
    const run = requiredRun(readSource(pattern))
    expect(run && String.fromCharCode(...listBytes(run.bytes))).toBe(bytes)
    expect(run?.length).toBe(length)
  })

  it('stands in whatever matches', () => {
    const pattern = fc.tuple(
      randomPattern(),
      fc.constantFrom('[ab]{12,20}', '(?:a|b){14}', 'a{6}b{6,9}'),
      randomPattern(),
    )
    fc.assert(
      fc.property(pattern, fc.integer(), (parts, seed) => {
        const source = parts.join('')
        const run = requiredRun(readSource(source))
        fc.pre(run !== undefined)
        expect(holds(spellMatch(source, seed), run!)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('holdsRun', () => {
  it('says what a search says that looks at each place', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '-'), { maxLength: 60 }).map(letters => letters.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 14 }), fc.nat(10), fc.nat(10), (letters, length, before, after) => {
        const set = new Uint8Array(256)
        set[0x61] = set[0x62] = 1
        const end = Math.max(before, letters.length - after)
        const bytes = Buffer.from(letters)
        const plain = new RegExp(`[ab]{${length}}`).test(letters.slice(before, end))
        expect(holdsRun(bytes, Math.min(before, bytes.length), Math.min(end, bytes.length), set, length)).toBe(plain)
      }),
      { numRuns: 2000 },
    )
  })
})
