import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type ProgressLine, startProgress } from '../../src/cli/progress-line.ts'

// Timers that tests set tell this one.
vi.mock('../../src/clock.ts', () => ({ clock: () => performance.now() }))

const CLEARED = '\r\u001b[K'
const drawn = (text: string): string => `\r${text}\u001b[K`

let written: string[] = []
beforeEach(() => {
  written = []
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => written.push(String(text)) > 0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const progress = { phase: 'objects', done: 12_345, total: 57_000, bytes: 310e6, findings: 2 }
const TEXT = 'objects  12,345 of 57,000 (21 %)  310 MB  2 found'

function started(enabled: boolean): ProgressLine {
  const line = startProgress(enabled)
  onTestFinished(line.clear)
  return line
}

function setColumns(value: number): void {
  Object.defineProperty(process.stderr, 'columns', { value, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(process.stderr, 'columns'))
}

test('shown after a second, gone when it is done', () => {
  const line = started(true)
  line.show(progress)
  vi.advanceTimersByTime(990)
  expect(written).toEqual([])
  vi.advanceTimersByTime(200)
  expect(written).toEqual([drawn(TEXT)])
  line.clear()
  expect(written).toEqual([drawn(TEXT), CLEARED])
  line.clear()
  vi.advanceTimersByTime(5000)
  expect(written).toHaveLength(2)
  expect(process.stderr.listeners('resize')).toEqual([])
})

test('what is sooner done shows nothing, and leaves nothing', () => {
  const line = started(true)
  for (let i = 0; i < 99; i++) {
    line.show({ ...progress, done: i })
    vi.advanceTimersByTime(10)
  }
  line.clear()
  expect(written).toEqual([])
})

test('redrawn at most eight times a second, with the latest there is', () => {
  const line = started(true)
  for (let i = 0; i < 3000; i++) {
    line.show({ ...progress, total: 0, done: i, bytes: 0, findings: 0 })
    vi.advanceTimersByTime(1)
  }
  expect(written.length).toBeGreaterThanOrEqual(15)
  expect(written.length).toBeLessThanOrEqual(17)
  vi.advanceTimersByTime(130)
  expect(written.at(-1)).toBe(drawn('objects  2,999'))
})

test('what has not changed is not drawn again', () => {
  const line = started(true)
  for (let i = 0; i < 20; i++) {
    vi.advanceTimersByTime(100)
    line.show({ ...progress, total: 0 })
  }
  expect(written).toHaveLength(1)
})

test('drawn from within work that leaves timers no turn', () => {
  const line = started(true)
  vi.spyOn(performance, 'now').mockReturnValue(2000)
  line.show(progress)
  expect(written).toEqual([drawn(TEXT)])
})

test('where it stands still, the time left grows', () => {
  const line = started(true)
  for (let i = 0; i < 40; i++) {
    line.show({ ...progress, done: i * 10, total: 800 })
    vi.advanceTimersByTime(100)
  }
  expect(written.at(-1)).toContain('seconds left')
  vi.advanceTimersByTime(4000)
  expect(written.at(-1)).toContain('about 10 s left')
  vi.advanceTimersByTime(60_000)
  expect(written.at(-1)).not.toContain('left')
})

test('never wider than the terminal, and fitted at once when that changes', () => {
  setColumns(80)
  const line = started(true)
  vi.advanceTimersByTime(2000)
  line.show(progress)
  setColumns(31)
  process.stderr.emit('resize')
  expect(written).toEqual([drawn(TEXT), drawn('objects  21 %  2 found')])
})

test('a terminal that does not know its width', () => {
  setColumns(0)
  const line = started(true)
  vi.advanceTimersByTime(2000)
  line.show(progress)
  expect(written).toEqual([drawn(TEXT)])
})

test('where nobody watches, nothing', () => {
  const line = started(false)
  vi.advanceTimersByTime(5000)
  line.show(progress)
  vi.advanceTimersByTime(5000)
  line.clear()
  expect(written).toEqual([])
})
