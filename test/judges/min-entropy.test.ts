import { describe, expect, it } from 'vitest'
import { entropyOf } from '../../src/judges/entropy-of.ts'
import { minEntropy } from '../../src/judges/min-entropy.ts'
import { makeCase } from './make-case.ts'

describe('entropy', () => {
  it.each([
    ['', 0],
    ['aaaa', 0],
    ['abab', 1],
    ['abcd', 2],
    ['0123456789abcdef', 4],
  ])('of %j is %d bits a character', (text, bits) => expect(entropyOf(text)).toBeCloseTo(bits, 10))

  it('drops below what the rule asks for, and only there', () => {
    expect(minEntropy(makeCase('aabbaabb', { rule: { minEntropy: 1.5 } }))).toMatchObject({
      says: 'drop',
      verdict: { entropy: 1 },
    })
    expect(minEntropy(makeCase('abcdefgh', { rule: { minEntropy: 3 } }))).toMatchObject({
      says: 'note',
      verdict: { entropy: 3 },
    })
    expect(minEntropy(makeCase('aabbaabb'))).toBeUndefined()
  })
})
