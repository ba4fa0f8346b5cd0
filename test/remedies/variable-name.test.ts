import { expect, test } from 'vitest'
import { variableName } from '../../src/remedies/variable-name.ts'

test('the variable that the SDK reads comes first', () => {
  expect(variableName({ id: 'openai-api-key', env: 'OPENAI_API_KEY' }, 'myKey')).toBe('OPENAI_API_KEY')
})

test.each([
  ['openaiApiKey', 'OPENAI_API_KEY'],
  ['db.api-key', 'DB_API_KEY'],
  ['myAPIKey', 'MY_API_KEY'],
  ['ALREADY_SO', 'ALREADY_SO'],
  ['_private$', 'PRIVATE'],
  ['2fast', 'FAST'],
  ['ключ', 'GENERIC_SECRET'],
])('%s gives %s', (name, expected) => {
  expect(variableName({ id: 'generic-secret' }, name)).toBe(expected)
})
