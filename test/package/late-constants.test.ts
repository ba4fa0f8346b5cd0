import { expect, test } from 'vitest'

const { late } = await import(new URL('../../.ci/late-constants.mjs', import.meta.url).href)

/** What `main` of a module gives. */
function run(code: string): unknown {
  return new Function(`${code}\nreturn main()`)()
}

const SOURCE = `const WORD = /WORD|[a-z\`'"]+/g
const LONG =
  /x*/
const LIST = [
  'WORD',
  WORD.source,
]
const SET = new Set([...LIST, 'c'])
const AT_ONCE = LONG.source.length
// WORD, as comments have it
function main() {
  const all = [...'one two'.matchAll(WORD)].map(found => found[0])
  WORD.lastIndex = 0
  const again = WORD.exec('three')[0]
  const other = (WORD) => /BEGIN WORD|SET/.source + WORD
  return [...all, again, other('x'), \`WORD \${LONG}\`, [...SET, ...LIST], { LIST }.LIST.length, WORD === WORD, AT_ONCE]
}`

test('constants that are made late are the same; texts, patterns, comments and names of others stay', async () => {
  const changed = await late(SOURCE)
  expect(changed).toContain('late$.LIST$made')
  expect(changed).toContain('/BEGIN WORD|SET/')
  expect(run(changed)).toEqual(run(SOURCE))
})

test('none of the values is asked for before it is used', async () => {
  expect(run(await late("const BAD = new RegExp('(')\nfunction main() {\n  return 1\n}"))).toBe(1)
})

test('a module without such constants is left to the bundler', async () => {
  expect(await late("export const WORD = /x/\nconst word = 'x'\n")).toBeUndefined()
})
