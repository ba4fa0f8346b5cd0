import { expect, test } from 'vitest'
import { junit } from '../../src/reporters/junit.ts'
import { findingWith, OPTIONS, placeWith, reportWith } from './report.ts'

test('a finding is a failure with its steps, what was not scanned an error', () => {
  const text = junit(reportWith([findingWith()], { notScanned: [{ what: 'big', why: 'too large' }] }), OPTIONS)
  expect(text).toContain('<testsuite name="keyscan" tests="2" failures="1" errors="1" time="0.048">')
  expect(text).toContain(
    '<testcase name="Example API key at src/config.ts:12:18" classname="example-api-key" file="src/config.ts" line="12">',
  )
  expect(text).toMatch(
    /<failure type="critical" message="Example API key sk-proj-…k1L2: [^"]+">[^<]*git restore --staged -- src\/config.ts/,
  )
  expect(text).toContain('<error type="not scanned" message="too large"/>')
})

test('nothing found is a passed test', () => {
  expect(junit(reportWith([]), OPTIONS)).toContain('tests="1" failures="0" errors="0"')
})

test('no name breaks the document', () => {
  const path = `<a b="c">&'\u0000\u001b\n]]>\ufffe`
  const text = junit(reportWith([findingWith({ places: [placeWith({ path })] })]), OPTIONS)
  expect(text).toContain('file="&lt;a b=&quot;c&quot;&gt;&amp;&apos;\\x00\\x1b&#10;]]&gt;\ufffd"')
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe]/)
})
