import { expect, test } from 'vitest'

const { late } = await import(new URL('../../.ci/late-constants.mjs', import.meta.url).href)

/** What a module of these lines gives, whether its constants are made late or not. */
function run(source: string): unknown {
  return new Function(`${source.replaceAll(/: (?:any|RegExp|readonly string\[\])(?=[ ;=])/g, '')}\nreturn main()`)()
}

const SOURCE = `const WORD = /[a-z]+/g
const LONG =
  /x*/
const LIST: readonly string[] = [
  'a',
  'b',
]
const SET = new Set([...LIST, 'c'])
// WORD is no use of it here
function main() {
  const all = [...'one two'.matchAll(WORD)].map(found => found[0])
  WORD.lastIndex = 0
  const again = WORD.exec('three')[0]
  return [...all, again, LONG.source, [...SET, ...LIST], { LIST }.LIST.length]
}`

test('constants that are made late are the same', () => {
  const changed = late(SOURCE.replace('{ LIST }.LIST.length', 'LIST.length'))
  expect(changed).toContain('LIST$made()')
  expect(changed).toContain('// WORD is no use')
  expect(run(changed)).toEqual(run(SOURCE))
})

test('a module in whose texts such a name stands is left as it is', () => {
  const source = "const WORD = /x/\nfunction main() {\n  return 'WORD ' + WORD.source\n}"
  expect(late(source)).toBe(source)
})

test('a module in whose patterns such a name stands is left as it is', () => {
  const source = "const WORD = /BEGIN WORD|x/\nfunction main() {\n  return WORD.test('BEGIN WORD')\n}"
  expect(late(source)).toBe(source)
})

test('none of the values is asked for before it is used', () => {
  expect(run(late("const BAD = new RegExp('(')\nfunction main() {\n  return 1\n}"))).toBe(1)
})
