import { describe, expect, it } from 'vitest'
import { judge } from '../../src/judges/judge.ts'
import type { Confidence, Judge, Opinion } from '../../src/types.ts'
import { makeCase } from './make-case.ts'

const saying =
  (says: Opinion['says'], verdict?: Opinion['verdict']): Judge =>
  () => ({ says, why: says, ...(verdict && { verdict }) })

const silent: Judge = () => undefined

function confidence(from: Confidence, ...says: Opinion['says'][]): Confidence {
  return judge(
    makeCase('x', { rule: { confidence: from } }),
    says.map(one => saying(one)),
  ).confidence
}

describe('judge', () => {
  it.each([
    ['medium', [], 'medium'],
    ['medium', ['raise'], 'high'],
    ['medium', ['raise', 'raise'], 'high'],
    ['medium', ['lower'], 'low'],
    ['high', ['lower', 'lower', 'lower'], 'low'],
    ['medium', ['raise', 'lower'], 'medium'],
    ['high', ['raise', 'lower'], 'medium'],
    ['low', ['confirm'], 'high'],
    ['low', ['confirm', 'lower', 'doubt'], 'high'],
    ['high', ['doubt', 'raise'], 'low'],
    ['medium', ['note'], 'medium'],
  ] as const)('makes of %s and %j %s', (from, says, result) => {
    expect(confidence(from, ...says)).toBe(result)
  })

  it('lets drop win, whatever was said before, and asks nobody after it', () => {
    const never: Judge = () => {
      throw new Error('asked after a drop')
    }
    const result = judge(makeCase('x'), [saying('confirm'), saying('drop', { placeholder: true }), never])
    expect(result).toEqual({ dropped: true, confidence: 'low', verdict: { placeholder: true }, reasons: ['drop'] })
  })

  it('collects verdicts and reasons of all who speak', () => {
    const result = judge(makeCase('x'), [saying('note', { a: 1 }), silent, saying('raise', { b: true })])
    expect(result).toMatchObject({ dropped: false, verdict: { a: 1, b: true }, reasons: ['note', 'raise'] })
    expect(result.allowed).toBeUndefined()
  })

  it('tells what a comment allows from what is no secret', () => {
    const value = ['ghp', 'q8Zt2LmX0vRk'].join('_')
    const allowed = judge(makeCase(value, { text: `t = "${value}" # keyscan:allow sandbox key` }))
    expect(allowed).toMatchObject({ dropped: true, allowed: 'sandbox key' })
    const placeholder = judge(makeCase('your-api-key', { text: 't = "your-api-key" # keyscan:allow sandbox key' }))
    expect(placeholder.dropped).toBe(true)
    expect(placeholder.allowed).toBeUndefined()
  })

  it('asks of a known value only whether it is allowed', () => {
    const rule = { kind: 'known-value', confidence: 'high' } as const
    expect(judge(makeCase('changeme-please', { rule }))).toMatchObject({ dropped: false, confidence: 'high' })
    const text = 'k = changeme-please // keyscan:allow used in the sandbox'
    expect(judge(makeCase('changeme-please', { rule, text })).allowed).toBe('used in the sandbox')
  })
})
