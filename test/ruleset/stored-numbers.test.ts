import { expect, test } from 'vitest'
import { readNumbers, storeNumbers } from '../../src/ruleset/stored-numbers.ts'

const numbers = {
  offsets: [0, 70_000, 200_000],
  before: [1, 2],
  after: [3, 4],
  lead: [5, 6],
  around: [0, 300],
  runOf: [0, 1],
  runLengths: [0, 65_535],
  lengths: [3],
  starts: [0, 2],
  owners: [1, 0],
}
const counts = { rules: 2, anchors: 1, owners: 2 }

/** In memory of its own, as a file is read. */
const stored = () => {
  const bytes = storeNumbers(numbers)
  const own = Buffer.allocUnsafeSlow(bytes.length)
  own.set(bytes)
  return own
}

const plain = (read: object) => Object.fromEntries(Object.entries(read).map(([name, list]) => [name, [...list]]))

test('numbers are read as they were stored', () => {
  expect(plain(readNumbers(stored(), counts))).toEqual(numbers)
})

test('so they are where bytes stand the other way round', () => {
  const turned = stored()
  const words = 4 + numbers.offsets.length * 4
  turned.subarray(0, words).swap32()
  turned.subarray(words).swap16()
  expect(plain(readNumbers(turned, counts))).toEqual(numbers)
})

test('what does not fit is no set of rules', () => {
  expect(() => storeNumbers({ ...numbers, after: [3, 65_536] })).toThrow('two bytes')
})
