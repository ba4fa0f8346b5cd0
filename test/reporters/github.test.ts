import { expect, test } from 'vitest'
import { github } from '../../src/reporters/github.ts'
import { findingWith, OPTIONS, placeWith, reportWith } from './report.ts'

test('a finding annotates its line', () => {
  expect(github(reportWith([findingWith()]), OPTIONS)).toBe(
    '::error file=src/config.ts,line=12,endLine=12,col=18,endColumn=50,title=Example API key::src/config.ts:12:18: Example API key sk-proj-…k1L2: staged, in no commit yet. Example API key: Revoke it.\n',
  )
})

test('a name cannot end the command or begin another', () => {
  const path = 'a,b:c%0A\n::warning::x.ts'
  const text = github(reportWith([findingWith({ severity: 'low', places: [placeWith({ path })] })]), OPTIONS)
  expect(text.trimEnd().split('\n')).toHaveLength(1)
  expect(text).toMatch(/^::notice file=a%2Cb%3Ac%250A%0A%3A%3Awarning%3A%3Ax.ts,line=12,/)
})

test('what is in no checked-out file has no position', () => {
  const text = github(reportWith([findingWith({ places: [placeWith({ inHead: false })] })]), OPTIONS)
  expect(text).toMatch(/^::error title=/)
})

test('what was not scanned is a warning', () => {
  const text = github(reportWith([], { notScanned: [{ what: 'a', why: 'b' }] }), OPTIONS)
  expect(text).toBe('::warning title=Not scanned::a: b\n')
})
