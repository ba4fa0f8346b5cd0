import { describe, expect, it } from 'vitest'
import { knownExample } from '../../src/judges/known-example.ts'
import { makeCase } from './make-case.ts'

describe('known example', () => {
  // In pieces, so that no scanner takes this file for a leak.
  it.each([
    ['Stripe', ['sk', 'test', '4eC39HqLyjWDarjtT1zdp7dc'].join('_')],
    ['GitHub', ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_')],
    ['Hardhat', ['ac0974bec39a17e36ba4a6b4d238ff94', '4bacb478cbed5efcae784d7bf4f2ff80'].join('')],
    ['RFC 6749', ['2YotnFZFEjr1', 'zCsicMWpAA'].join('')],
    ['RFC 6455', ['dGhlIHNhbXBs', 'ZSBub25jZQ=='].join('')],
  ])('drops what %s shows to all', (who, value) => {
    const opinion = knownExample(makeCase(value))
    expect(opinion).toMatchObject({ says: 'drop', verdict: { knownExample: true } })
    expect(opinion?.why).toContain(who)
  })

  it('drops what begins as one that tests change the end of', () => {
    const id = ['AKIA', 'IOSFODNN7'].join('')
    expect(knownExample(makeCase(`${id}CHANGED`))?.says).toBe('drop')
    expect(knownExample(makeCase(`${id.slice(0, -1)}8CHANGED`))).toBeUndefined()
    expect(knownExample(makeCase(['bWUC9B-', 'EFRIo8', 'q8Zt2LmX0vRk'.repeat(12)].join('')))?.says).toBe('drop')
  })

  it('drops it where it is written twice and more', () => {
    const unit = ['JBSWY3DP', 'EHPK3PXP'].join('')
    for (const value of [unit, unit + unit, (unit + unit + unit).slice(0, -3)]) {
      expect(knownExample(makeCase(value))?.says).toBe('drop')
    }
    expect(knownExample(makeCase(`${['GEZDGNBV', 'GY3TQOJQ'].join('').repeat(2)}GEZA`))?.says).toBe('drop')
    expect(knownExample(makeCase(`${unit}ABCD`))).toBeUndefined()
  })

  it('says nothing of another', () => {
    expect(knownExample(makeCase(['sk', 'test', '4eC39HqLyjWDarjtT1zdp7dd'].join('_')))).toBeUndefined()
  })
})
