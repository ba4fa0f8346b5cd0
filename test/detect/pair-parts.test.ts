import { describe, expect, test } from 'vitest'
import { matchAt } from '../../src/detect/match-at.ts'
import { pairParts } from '../../src/detect/pair-parts.ts'
import type { Judgement, Rule } from '../../src/types.ts'
import { makeRule } from './make-rule.ts'

const id = makeRule({ id: 'acme-key-id', provider: 'acme' })
const secret = makeRule({ id: 'acme-secret', provider: 'acme', pairWith: 'acme-key-id', pairReach: 50 })
const BYTES = Buffer.from('0123456789abcdefghij'.repeat(20))

function judged(rule: Rule, start: number, verdict: Judgement['verdict'] = {}) {
  const judgement: Judgement = { dropped: false, confidence: 'medium', verdict, reasons: [] }
  return { match: matchAt(rule, BYTES, { start, end: start + 20 }, {}), judgement }
}

const told = (...all: ReturnType<typeof judged>[]) =>
  pairParts(all).map(({ match, judgement }) => ({
    at: `${match.rule.id} ${match.start}`,
    parts: match.parts,
    pair: judgement.verdict.pair,
    confidence: judgement.confidence,
  }))

describe('halves', () => {
  test('that stand near become one, sure; of the id only the redacted form is kept', () => {
    expect(told(judged(id, 0), judged(secret, 40))).toEqual([
      { at: 'acme-secret 40', parts: { 'key-id': '012…ghij' }, pair: 'found', confidence: 'high' },
    ])
  })

  test('the nearest is taken, before or behind; the other stays', () => {
    expect(told(judged(id, 0), judged(secret, 60), judged(id, 90)).map(({ at }) => at)).toEqual([
      'acme-key-id 0',
      'acme-secret 60',
    ])
  })

  test('at the very end of the reach and beyond it', () => {
    expect(told(judged(id, 0), judged(secret, 70))).toHaveLength(1)
    expect(told(judged(id, 0), judged(secret, 71))).toEqual([
      { at: 'acme-key-id 0', parts: {}, pair: undefined, confidence: 'medium' },
      { at: 'acme-secret 71', parts: {}, pair: 'alone', confidence: 'medium' },
    ])
  })

  test('one id may belong to two secrets', () => {
    expect(told(judged(secret, 0), judged(id, 30), judged(secret, 60)).map(({ at, pair }) => `${at} ${pair}`)).toEqual([
      'acme-secret 0 found',
      'acme-secret 60 found',
    ])
  })

  test('without any pair everything stays as it was', () => {
    const all = [judged(id, 0), judged(id, 40)]
    expect(pairParts(all)).toBe(all)
  })

  test('verdicts of both are kept, the secret’s own first', () => {
    const [one] = pairParts([judged(id, 0, { a: 'id', b: 'id' }), judged(secret, 30, { a: 'secret' })])
    expect(one!.judgement.verdict).toEqual({ a: 'secret', b: 'id', pair: 'found' })
  })
})
