import { expect, it } from 'vitest'
import { judgeFile } from '../../src/judges/judge-file.ts'
import { makeCase } from './make-case.ts'

const { rule } = makeCase('x').match

it.each(['src/test/resources/a.p12', 'examples/app.jks'])('lowers a file that is itself the finding at %s', path =>
  expect(judgeFile(rule, path).confidence).toBe('low'),
)
it('leaves others as their rule has them', () => expect(judgeFile(rule, 'config/a.p12').confidence).toBe('medium'))
