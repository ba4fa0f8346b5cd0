import { expect, test } from 'vitest'
import { matchAt } from '../../src/detect/match-at.ts'
import { adoptKnownOrigin } from '../../src/scan/adopt-known-origin.ts'
import type { Judgement, Match, Rule } from '../../src/types.ts'
import { makeRule } from '../detect/make-rule.ts'

const BYTES = Buffer.from('0123456789'.repeat(5))
const vendor = makeRule({ id: 'vendor' })
const knownRule = makeRule({ id: 'known', kind: 'known-value', confidence: 'high' })
const at = (rule: Rule, start: number, end: number, parts: Match['parts'] = {}): Match =>
  matchAt(rule, BYTES, { start, end }, parts)
const judgement: Judgement = { dropped: false, confidence: 'low', verdict: { a: 1 }, reasons: ['looks like it'] }
const known = at(knownRule, 10, 20, { file: '.env', name: 'KEY', form: 'base64' })

test('a finding of another rule learns where the value comes from, and is sure', () => {
  const [match, judged] = adoptKnownOrigin(at(vendor, 8, 22, { user: 'a' }), judgement, [known])
  expect(match.parts).toEqual({ user: 'a', file: '.env', name: 'KEY' })
  expect(judged).toEqual({
    dropped: false,
    confidence: 'high',
    verdict: { a: 1 },
    reasons: ['the value of KEY in .env, which git ignores, as base64', 'looks like it'],
  })
})

test('its own name stays', () => {
  const [match] = adoptKnownOrigin(at(vendor, 10, 20, { name: 'token' }), judgement, [known])
  expect(match.parts.name).toBe('token')
})

test('what the judges dropped for its looks is in use all the same; their reasons no longer hold', () => {
  const [, judged] = adoptKnownOrigin(at(vendor, 10, 20), { ...judgement, dropped: true, reasons: ['a placeholder'] }, [
    known,
  ])
  expect(judged).toMatchObject({ dropped: false, confidence: 'high' })
  expect(judged.reasons).toHaveLength(1)
})

test('a comment still lets it through', () => {
  const allowed = { ...judgement, dropped: true, allowed: 'a test' }
  expect(adoptKnownOrigin(known, allowed, [known])).toEqual([known, allowed])
})

test('what only touches it, or stands elsewhere, stays as it is', () => {
  for (const match of [at(vendor, 0, 10), at(vendor, 20, 30), at(vendor, 30, 40)]) {
    expect(adoptKnownOrigin(match, judgement, [known])).toEqual([match, judgement])
  }
})
