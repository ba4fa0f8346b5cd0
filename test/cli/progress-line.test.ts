import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startProgress } from '../../src/cli/progress-line.ts'

const ERASE = '\r\u001b[K'

let now = 0
let written: string[] = []
beforeEach(() => {
  now = 0
  written = []
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.spyOn(process.stderr, 'write').mockImplementation(text => written.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const progress = { phase: 'objects', done: 12_345, total: 57_000, bytes: 310e6, findings: 2 }

test('after a second, then ten times a second; gone when it is done', () => {
  const line = startProgress(true)
  for (now = 0; now <= 1250; now += 10) line.show(progress)
  line.clear()
  const shown = `${ERASE}objects  12,345 of 57,000 (21 %)  310 MB  2 found`
  expect(written).toEqual([shown, shown, shown, ERASE])
  line.clear()
  expect(written).toHaveLength(4)
})

test('what is sooner done shows nothing, and leaves nothing', () => {
  const line = startProgress(true)
  for (now = 0; now < 1000; now += 10) line.show(progress)
  line.clear()
  expect(written).toEqual([])
})

test('what is not known is not said', () => {
  const line = startProgress(true)
  now = 2000
  line.show({ ...progress, total: 0, bytes: 1_500_000, findings: 0 })
  expect(written).toEqual([`${ERASE}objects  12,345  1.5 MB`])
})

test('never wider than the terminal', () => {
  Object.defineProperty(process.stderr, 'columns', { value: 20, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(process.stderr, 'columns'))
  const line = startProgress(true)
  now = 2000
  line.show(progress)
  expect(written[0]).toHaveLength(ERASE.length + 19)
})

test('where nobody watches, nothing', () => {
  const line = startProgress(false)
  now = 5000
  line.show(progress)
  line.clear()
  expect(written).toEqual([])
})
