import { expect, test } from 'vitest'
import { createTimeLeft, type TimeLeft } from '../../src/cli/time-left.ts'

const SECOND = 1000

/** `perSecond` from one time to another, told ten times a second; gives what is done at the end. */
function work(time: TimeLeft, from: number, to: number, perSecond: number, done = 0): number {
  let now = from
  for (; now <= to; now += 100) time.note('objects', done + ((now - from) * perSecond) / SECOND, now)
  return done + ((to - from) * perSecond) / SECOND
}

test('nothing is known in the first two seconds', () => {
  const time = createTimeLeft()
  expect(time.estimate(1000, 0)).toBeUndefined()
  work(time, 0, 1900, 100)
  expect(time.estimate(1000, 1900)).toBeUndefined()
  work(time, 1900, 2000, 100, 190)
  expect(time.estimate(1000, 2000)).toBeCloseTo(8 * SECOND, -2)
})

test('what counts is how fast it has gone lately', () => {
  const time = createTimeLeft()
  const done = work(time, 0, 10 * SECOND, 10)
  work(time, 10 * SECOND, 20 * SECOND, 100, done)
  expect(time.estimate(2100, 20 * SECOND)).toBeCloseTo(10 * SECOND, -2)
})

test('a halt is counted in, and ends in not knowing', () => {
  const time = createTimeLeft()
  work(time, 0, 4 * SECOND, 100)
  const before = time.estimate(1000, 4 * SECOND)!
  expect(time.estimate(1000, 8 * SECOND)).toBeGreaterThan(1.9 * before)
  expect(time.estimate(1000, 60 * SECOND)).toBeUndefined()
})

test('another phase starts anew', () => {
  const time = createTimeLeft()
  work(time, 0, 4 * SECOND, 100)
  time.note('commits', 1, 4100)
  expect(time.estimate(1000, 4200)).toBeUndefined()
})

test('without a total, or with less than is done, nothing is said', () => {
  const time = createTimeLeft()
  work(time, 0, 4 * SECOND, 100)
  expect(time.estimate(0, 4 * SECOND)).toBeUndefined()
})

test('a long scan keeps no more than a window', () => {
  const time = createTimeLeft()
  for (let now = 0; now < 3_600_000; now += 50) {
    time.note('objects', now, now)
    if (now % 1000 === 0 && now > 10_000) expect(time.estimate(7_200_000, now)).toBeCloseTo(7_200_000 - now, -1)
  }
})
