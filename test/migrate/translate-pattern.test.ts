import { expect, test } from 'vitest'
import { translatePattern } from '../../src/migrate/translate-pattern.ts'

test.each<[string, number | undefined, string, boolean]>([
  ['key_[a-z]{10}', undefined, '(?<secret>key_[a-z]{10})', false],
  ['(?i)x(key_[a-z]{10})(y|z)', undefined, 'x(?<secret>key_[a-z]{10})(?:y|z)', true],
  ['(a)(?P<second>b)', 2, '(?:a)(?<secret>b)', false],
  ['(a)b', 0, '(?<secret>(?:a)b)', false],
  ['(?i:ab)c', 0, '(?<secret>(?:[aA][bB])c)', false],
  ['a(?i)b[c-d]', 0, '(?<secret>a[bB][c-dC-D])', false],
  ['\\Qa.b\\E\\z', 0, '(?<secret>a\\.b(?![\\s\\S]))', false],
  ['[[:alnum:]_]{3}\\x{41}', 0, '(?<secret>[A-Za-z0-9_]{3}\\x41)', false],
  ['(?s)a.b', 0, '(?<secret>a[\\s\\S]b)', false],
  ['[]a]{2}', 0, '(?<secret>[\\]a]{2})', false],
  ['é', 0, '(?<secret>(?:\\xc3\\xa9))', false],
])('%s, group %s', (source, group, pattern, ignoreCase) => {
  const translated = translatePattern(source, group)
  expect(translated).toMatchObject({ pattern, ignoreCase })
  expect(() => new RegExp(pattern)).not.toThrow()
})

test('what has no upper bound gets one, and that is said', () => {
  const { pattern, notes } = translatePattern('a+b*?c{3,}', 0)
  expect(pattern).toBe('(?<secret>a{1,200}b{0,200}?c{3,200})')
  expect(notes).toHaveLength(1)
})

test.each(['a\\pL', '(?U)a', 'a++', '(?>a)', 'a\\x{1F600}', '[[:^alpha:]]', '(?i)(?-i:a)'])(
  '%s cannot be carried over',
  source => {
    expect(() => translatePattern(source, undefined)).toThrow(/counterpart|bytes/)
  },
)

test('a group that is not there', () => {
  expect(() => translatePattern('(a)', 3)).toThrow('secretGroup is 3, but there are 1 groups')
})
