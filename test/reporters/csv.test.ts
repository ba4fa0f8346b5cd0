import { expect, test } from 'vitest'
import { csv } from '../../src/reporters/csv.ts'
import { COMMIT, findingWith, OPTIONS, placeWith, reportWith } from './report.ts'

test('a row for each place under a row of names', () => {
  const places = [placeWith({ commit: COMMIT, author: 'a, "b"', inHead: true }), placeWith({ path: 'b.ts' })]
  expect(csv(reportWith([findingWith({ places, state: 'pushed' })]), OPTIONS).split('\r\n')).toEqual([
    'severity,confidence,rule,title,secret,path,in,line,column,commit,author,email,date,in HEAD,state,fingerprint,inside,encoding',
    `critical,high,example-api-key,Example API key,sk-proj-…k1L2,src/config.ts,,12,18,${COMMIT},"a, ""b""",,,true,pushed,f1f2f3f4f5f6f7f8,,`,
    'critical,high,example-api-key,Example API key,sk-proj-…k1L2,b.ts,,12,18,,,,,,pushed,f1f2f3f4f5f6f7f8,,',
    '',
  ])
})

test('no name becomes a formula or a row', () => {
  const text = csv(
    reportWith([findingWith({ places: [placeWith({ path: '=HYPERLINK("x")\r\n+1', author: '@SUM(1)' })] })]),
    OPTIONS,
  )
  expect(text).toContain(`"'=HYPERLINK(""x"")\\x0d\\x0a+1"`)
  expect(text).toContain(",'@SUM(1),")
})
