import { expect, it } from 'vitest'
import { createDetector } from '../../src/detect/create-detector.ts'
import { createExaminer } from '../../src/scan/examine.ts'
import { createPathRules } from '../../src/scan/path-rules.ts'
import type { Blob } from '../../src/types.ts'
import { makeRule } from '../detect/make-rule.ts'

const limited = makeRule({
  id: 'limited',
  anchors: ['key-'],
  pattern: '(?<secret>key-[a-z0-9]{8})',
  before: 0,
  after: 8,
  paths: ['**/*.ini'],
})
const detector = createDetector({ rules: [limited], hash: '' })
const examiner = createExaminer(detector, await createPathRules({ rules: [limited], hash: '' }), () => [])
const bytes = Buffer.from('key-7tq2xk9w')
const rulesFor = (kind: Blob['kind'], path?: string) =>
  examiner.examine({ kind, bytes }, path).sightings.map(({ match }) => match.rule.id)

it('a rule for certain files speaks of those, and of files whose path is not known', () => {
  expect(rulesFor('blob', 'etc/app.ini')).toEqual(['limited'])
  expect(rulesFor('blob', 'src/app.ts')).toEqual([])
  expect(rulesFor('blob')).toEqual(['limited'])
})

it.each<Blob['kind']>(['commit', 'tag', 'name', 'stdin'])('but not of a %s', kind => {
  expect(rulesFor(kind)).toEqual([])
  expect(examiner.candidatesIn({ kind, bytes }).found).toEqual([])
})
