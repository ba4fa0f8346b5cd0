import { expect, test, vi } from 'vitest'
import { columnsOfTerminal } from '../../src/cli/columns-of-terminal.ts'
import { useColour } from '../../src/cli/use-colour.ts'

/** Under vitest standard output is no terminal. */
test.each([
  [{}, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: 'true' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ FORCE_COLOR: 'false' }, false],
  [{ FORCE_COLOR: '' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
])('%j: %s', (env, expected) => {
  vi.stubEnv('NO_COLOR', undefined)
  vi.stubEnv('FORCE_COLOR', undefined)
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  expect(useColour(false)).toBe(expected)
  expect(useColour(true)).toBe(false)
})

test('a terminal that does not know its width has 80 columns', () => {
  expect([{ columns: 120 }, { columns: 0 }, {}].map(columnsOfTerminal)).toEqual([120, 80, 80])
})
