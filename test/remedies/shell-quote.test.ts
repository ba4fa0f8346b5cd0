import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shellQuote } from '../../src/remedies/shell-quote.ts'

test('plain words stay plain, whatever the shell', () => {
  for (const word of ['src/config.ts', '.env', 'a-b_c@1.2', ':/x']) expect(shellQuote(word)).toBe(word)
  expect(shellQuote('a b')).toBe("'a b'")
  expect(shellQuote("it's")).toBe("'it'\\''s'")
  expect(shellQuote('~')).toBe("'~'")
  expect(shellQuote('')).toBe("''")
})

test('what a terminal would obey is never in the quoted word', () => {
  expect(shellQuote('a\x1b[2J\n%\\b')).toBe(`"$(printf -- 'a\\033[2J\\012%%\\\\b')"`)
})

test('every word reaches a program as it is', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'ab \'"\\$`%~*\n\t\x1b\u202eé!#&;-') }),
  )
  fc.assert(
    fc.property(
      word.filter(text => !text.includes('\0') && !text.endsWith('\n')),
      text => {
        const quoted = shellQuote(text)
        expect(quoted).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
        expect(execFileSync('sh', ['-c', `printf %s ${quoted}`]).toString()).toBe(text)
      },
    ),
    { numRuns: 60 },
  )
})
