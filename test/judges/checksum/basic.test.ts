import { expect, test } from 'vitest'
import { basic } from '../../../src/judges/checksum/basic.ts'
import type { Case } from '../../../src/types.ts'

const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

test.each([
  ['deploy:plum-Kettle-47', undefined],
  ['имя:пароль', 'doubt'],
  ['no colon in it', 'doubt'],
])('%s', (text, expected) => {
  expect(basic(encoded(text), {} as Case)?.says).toBe(expected)
})
