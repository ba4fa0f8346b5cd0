import { expect, it } from 'vitest'
import { judgeFile } from '../../src/judges/judge-file.ts'
import { makeCase } from './make-case.ts'

const { rule } = makeCase('x').match

it.each(['src/test/resources/a.p12', 'examples/app.jks', 'web/.env.testing', '.env.test.local', 'ci/test.env'])(
  'lowers a file that is itself the finding at %s',
  path => expect(judgeFile(rule, path).confidence).toBe('low'),
)
it.each(['config/a.p12', '.env', 'web/.env.production', '.env.tested'])('leaves %s as its rule has it', path =>
  expect(judgeFile(rule, path).confidence).toBe('medium'),
)
