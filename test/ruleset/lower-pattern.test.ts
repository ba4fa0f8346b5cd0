import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowerPattern } from '../../src/ruleset/lower-pattern.ts'

const spans = (pattern: string, text: string, flags = 'g') =>
  [...text.matchAll(new RegExp(pattern, flags))].map(match => [match.index, match[0]])

describe('lowerPattern', () => {
  it('makes white space ASCII: 0xA0 is the tail of many UTF-8 characters', () => {
    const text = Buffer.from('à b', 'utf8').toString('latin1')
    expect(spans('\\s', text)).toHaveLength(2)
    expect(spans(lowerPattern('\\s', false), text)).toEqual([[2, ' ']])
    expect(spans(lowerPattern('\\S{1,9}', false), text)[0]).toEqual([0, '\xc3\xa0'])
  })

  it.each(['[\\s-x]', '[-\\s]', '[a-\\s]', '[^\\s"\']', '[\\S-]', '[\\s\\S]', '[\\w\\s-]', '[\\s--]'])(
    'keeps what %s means',
    pattern => {
      const lowered = new RegExp(`^${lowerPattern(pattern, false)}$`)
      for (let byte = 0; byte < 0x80; byte++) {
        const character = String.fromCharCode(byte)
        expect([character, lowered.test(character)]).toEqual([character, new RegExp(`^${pattern}$`).test(character)])
      }
    },
  )

  it('makes ^ and $ the ends of a line, wherever the window was cut', () => {
    expect(lowerPattern('^a$', false)).toBe('(?<![^\\n\\r])a(?![^\\n\\r])')
    fc.assert(
      fc.property(fc.stringMatching(/^[ab\n\r]{0,12}$/), text => {
        expect(spans(lowerPattern('^a{1,3}$', false), text)).toEqual(spans('^a{1,3}$', text, 'gm'))
      }),
    )
  })

  it('leaves the matches in ASCII text as they are', () => {
    const part = fc.constantFrom(
      '\\s',
      '\\S',
      '[\\s,]',
      '[^\\s,]',
      '[\\s-]{0,3}',
      '\\w{1,4}',
      'a',
      '(?:\\s|b)',
      '(?<=\\s)x?',
      '(?!\\S)',
    )
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.stringMatching(/^[ab\t\n,x-]{0,20}$/),
        (parts, text) => {
          const pattern = parts.join('')
          expect(spans(lowerPattern(pattern, false), text)).toEqual(spans(pattern, text))
        },
      ),
    )
  })

  it('takes letters in either case without a flag', () => {
    const part = fc.constantFrom(
      'k',
      'Z',
      '_',
      '[a-m]',
      '[^b-y]',
      '[A-z]',
      '[\\sQ-]',
      '[0-9x]{1,3}',
      '\\x41',
      '(?:ab|C)',
      '(?<=d)',
      '\\w',
    )
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.stringMatching(/^[a-dkqxyzA-DKQXYZ_[^\\ 0-]{0,20}$/),
        (parts, text) => {
          const pattern = parts.join('')
          expect(spans(lowerPattern(pattern, true), text)).toEqual(spans(pattern, text, 'gi'))
        },
      ),
    )
  })
})
