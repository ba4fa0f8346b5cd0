import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { nameShield } from '../../src/scan/name-shield.ts'
import { ALPHABETS, createRandom, randomText } from '../judges/random-text.ts'

const hide = nameShield(createDetector(loadRules()))

test('keys in names are redacted, whatever stands round them', () => {
  const [one, other] = [makeLeak(1), makeLeak(2)]
  const short = (leak: string): string => `ghp_…${leak.slice(-4)}`
  expect(hide(`größe/${one}.txt`)).toBe(`größe/${short(one)}.txt`)
  expect(hide(`${one} ${other}`)).toBe(`${short(one)} ${short(other)}`)
  expect(hide(`${one} ${other}`)).toBe(`${short(one)} ${short(other)}`)
})

test('a key that may hold slashes, between two of a path', () => {
  const key = `BBDC-${randomText(createRandom(3), ALPHABETS.alnum, 44)}`
  const slashed = `${key.slice(0, 30)}/${key.slice(31)}`
  for (const one of [key, slashed]) expect(hide(`staged/${one}/b.txt`)).not.toContain(one.slice(0, 20))
})

test('other names stay', () => {
  for (const name of ['src/index.ts', 'password=hunter2hunter', 'größe', '', 'refs/heads/main'])
    expect(hide(name)).toBe(name)
})
