import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDotenv } from '../../../src/detect/dotenv/parse-dotenv.ts'

const pairs = (text: string) => parseDotenv(text).map(({ key, value }) => [key, value])

test.each<[string, string, [string, string][]]>([
  ['plain', 'A=b', [['A', 'b']]],
  ['spaces round the sign', '  A = b  ', [['A', 'b']]],
  ['export', 'export A=b\n\texport  B=c', [['A', 'b'], ['B', 'c']]], // biome-ignore format: one case a line
  ['a colon and a space', 'A: b', [['A', 'b']]],
  ['a colon alone is none', 'A:b', []],
  ['empty', 'A=\nB=""\nC=', [['A', ''], ['B', ''], ['C', '']]], // biome-ignore format: one case a line
  ['CRLF', 'A=b\r\nC=d\r\n', [['A', 'b'], ['C', 'd']]], // biome-ignore format: one case a line
  ['CR', 'A=b\rC=d\r', [['A', 'b'], ['C', 'd']]], // biome-ignore format: one case a line
  ['a byte order mark', '\u00ef\u00bb\u00bfA=b', [['A', 'b']]],
  ['comments', '# A=b\nB=c # d\nC=d\t# e\n#', [['B', 'c'], ['C', 'd']]], // biome-ignore format: one case a line
  ['a hash inside a value', 'A=b#c', [['A', 'b#c']]],
  ['only a comment', 'A=#b\nB= # c', [['A', ''], ['B', '']]], // biome-ignore format: one case a line
  ['equals signs', 'A=b=c==', [['A', 'b=c==']]],
  ['double quotes', 'A="b # c" # d', [['A', 'b # c']]],
  ['single quotes', "A='b\\nc'", [['A', 'b\\nc']]],
  ['backticks', 'A=`b "c" \'d\'`', [['A', 'b "c" \'d\'']]],
  ['escaped line ends', 'A="b\\nc\\rd"', [['A', 'b\nc\rd']]],
  ['an escaped quote', 'A="b\\"c"', [['A', 'b\\"c']]],
  ['several lines', 'A="b\nC=d\r\ne"\nF=g', [['A', 'b\nC=d\r\ne'], ['F', 'g']]], // biome-ignore format: one case a line
  ['a quote that is not closed', 'A="b\nC=d', [['A', '"b'], ['C', 'd']]], // biome-ignore format: one case a line
  ['text behind a quote', 'A="b"c\nD=e', [['A', '"b"c'], ['D', 'e']]], // biome-ignore format: one case a line
  ['dots and hyphens in keys', 'a.b-c=d', [['a.b-c', 'd']]],
  ['lines that are none', 'PATH_add bin\nsource .x\n=b\n A\nB=c', [['B', 'c']]],
  ['a letter whose last byte is no space', 'A=b\u00c3\u00a0 \t', [['A', 'b\u00c3\u00a0']]],
  ['an expanded value', 'A=${B}/c', [['A', '${B}/c']]],
])('%s', (_, text, expected) => {
  expect(pairs(text)).toEqual(expected)
})

test.each<[string, string, [string, string][]]>([
  ['a word', 'export A=b # c', [['A', 'b']]],
  ['several on a line', "export A=b B='c d' C=\"e\"", [['A', 'b'], ['B', 'c d'], ['C', 'e']]], // biome-ignore format: one case a line
  ['a command behind it', 'A=b; export A\nC="d" && e\n', [['A', 'b'], ['C', 'd']]], // biome-ignore format: one case a line
  ['quotes with escapes', "A=$'b c'\nD=e", [['A', 'b c'], ['D', 'e']]], // biome-ignore format: one case a line
  ['what is no assignment', 'layout node\nPATH_add bin\nA=$(op read x)\n', [['A', '$(op']]],
  ['several lines', 'A="b\nC=d"\nE=f', [['A', 'b\nC=d'], ['E', 'f']]], // biome-ignore format: one case a line
])('as a shell reads it: %s', (_, text, expected) => {
  expect(parseDotenv(text, true).map(({ key, value }) => [key, value])).toEqual(expected)
})

test('offsets are those of the value as it is written', () => {
  const text = '# x\r\nexport A = "b\\nc" # d\nB=e f '
  expect(parseDotenv(text).map(({ valueStart, valueEnd }) => text.slice(valueStart, valueEnd))).toEqual([
    'b\\nc',
    'e f',
  ])
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'AB=: \t\r\n"\'`\\#.-${}'), maxLength: 300 }),
)

test('takes any text, and every value is where it says, in order', () => {
  fc.assert(
    fc.property(anyText, text => {
      let last = 0
      for (const { value, valueStart, valueEnd, quoted } of parseDotenv(text)) {
        expect(valueStart).toBeGreaterThanOrEqual(last)
        expect(valueEnd).toBeGreaterThanOrEqual(valueStart)
        expect(valueEnd).toBeLessThanOrEqual(text.length)
        if (!quoted) expect(text.slice(valueStart, valueEnd)).toBe(value)
        last = valueEnd
      }
    }),
  )
})

const key = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,20}$/).filter(name => name !== 'export')
const styles = {
  plain: fc
    .stringMatching(/^(?:[!$%&(-/0-9:-Z[\]-_a-z{-~](?:[!-_a-z{-~]{0,20}[!-_a-z{-~])?)?$/)
    .filter(value => !/^["'`#]/.test(value)),
  single: fc.string({ unit: 'binary', maxLength: 40 }).filter(value => !/['\\]/.test(value)),
  double: fc.string({ unit: 'binary', maxLength: 40 }).filter(value => !/["\\]/.test(value)),
  backtick: fc.string({ unit: 'binary', maxLength: 40 }).filter(value => !/[`\\]/.test(value)),
}
const quoteOf = { plain: '', single: "'", double: '"', backtick: '`' }
const assignment = fc.oneof(
  ...(['plain', 'single', 'double', 'backtick'] as const).map(style =>
    fc.record({
      key,
      value: styles[style],
      quote: fc.constant(quoteOf[style]),
      start: fc.constantFrom('', 'export ', '  ', '\texport\t'),
      sign: fc.constantFrom('=', ' = ', '= ', ': '),
      end: fc.constantFrom('', '  ', ' # note', '\t#'),
      eol: fc.constantFrom('\n', '\r\n', '\r', '\n\n# A=b\n'),
    }),
  ),
)

test('reads back what was written', () => {
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 8 }), all => {
      const text = all.map(a => a.start + a.key + a.sign + a.quote + a.value + a.quote + a.end + a.eol).join('')
      expect(pairs(text)).toEqual(all.map(a => [a.key, a.value]))
    }),
  )
})
