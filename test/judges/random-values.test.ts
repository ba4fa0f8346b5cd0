import { describe, expect, it } from 'vitest'
import { judge } from '../../src/judges/judge.ts'
import { makeCase } from './make-case.ts'
import { ALPHABETS, createRandom, randomText } from './random-text.ts'

/** What machines make must not be called a placeholder, a word, a path … : of a thousand not more than these. */
const VALUES = [
  ['alnum', 20, 0],
  ['alnum', 32, 0],
  ['hex', 32, 0],
  ['hex', 40, 0],
  ['base64', 44, 1],
  ['base64url', 40, 1],
  ['loweralnum', 20, 1],
  ['base32', 20, 1],
  ['password', 16, 5],
  ['password', 24, 5],
] as const

const PLACES = [
  ['a vendor form', {}, '.ts', undefined],
  ['a key in quotes', { generic: true }, '.ts', 'api_key'],
  ['a password in quotes', { generic: true }, '.py', 'password'],
  ['a password without quotes', { generic: true }, '.yml', 'password'],
] as const

const MANY = 1000

describe.each(PLACES)('random values as %s', (_, rule, extension, name) => {
  it.each(VALUES)('of {%s:%d}', (alphabet, length, mostDropped) => {
    const random = createRandom(length)
    const quote = extension === '.yml' ? '' : '"'
    let dropped = 0
    let low = 0
    for (let i = 0; i < MANY; i++) {
      const value = randomText(random, ALPHABETS[alphabet], length)
      const text = `setting: ${quote}${value}${quote}\n`
      const one = makeCase(value, { text, rule, path: `src/settings${extension}`, ...(name && { parts: { name } }) })
      const judgement = judge(one)
      const said = JSON.stringify([judgement.verdict, judgement.reasons])
      expect(said).not.toContain(value)
      if (judgement.dropped) dropped++
      else if (judgement.confidence === 'low') low++
    }
    expect(dropped).toBeLessThanOrEqual(mostDropped)
    expect(low).toBeLessThanOrEqual(MANY * 0.08)
  })
})
