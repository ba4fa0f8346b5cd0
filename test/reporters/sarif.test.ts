import { expect, test } from 'vitest'
import { sarif } from '../../src/reporters/sarif.ts'
import { COMMIT, findingWith, OPTIONS, placeWith, reportWith } from './report.ts'

const run = (...args: Parameters<typeof reportWith>) => JSON.parse(sarif(reportWith(...args), OPTIONS)).runs[0]

test('a result has rule, level, region with columns, fingerprint', () => {
  const { tool, results, columnKind } = run([findingWith(), findingWith({ ruleId: 'other', severity: 'medium' })])
  expect(columnKind).toBe('utf16CodeUnits')
  expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['example-api-key', 'other'])
  expect(tool.driver.rules[0]).toMatchObject({
    help: { text: expect.stringContaining('git restore --staged -- src/config.ts') },
    properties: { 'security-severity': '9.5' },
  })
  expect(results[1]).toMatchObject({ ruleId: 'other', ruleIndex: 1, level: 'warning' })
  expect(results[0]).toMatchObject({
    level: 'error',
    message: { text: expect.stringContaining('sk-proj-…k1L2: staged, in no commit yet.') },
    partialFingerprints: { 'keyscan/v1': 'f1f2f3f4f5f6f7f8' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/config.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 12, startColumn: 18, endLine: 12, endColumn: 50 },
        },
      },
    ],
  })
})

test('paths become URIs; other places are related; what is no file has a logical location', () => {
  const places = [
    placeWith({ path: 'a b/#1%.ts' }),
    { ...placeWith({ commit: COMMIT }), in: 'commit message' as const },
  ]
  const [result] = run([findingWith({ places })]).results
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/%231%25.ts')
  expect(result.relatedLocations).toEqual([
    {
      id: 0,
      message: { text: `commit ${COMMIT}` },
      logicalLocations: [{ name: expect.stringMatching(/^commit message/), kind: 'resource' }],
    },
  ])
})

test('a scan that is not complete says so', () => {
  const { invocations, results } = run([], { notScanned: [{ what: 'big', why: 'too large' }] })
  expect(results).toEqual([])
  expect(invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ message: { text: 'not scanned: big: too large' } }],
  })
})
