import { describe, expect, test } from 'vitest'
import { mergeFindings, type Seen } from '../../src/findings/merge-findings.ts'
import { createSecret } from '../../src/findings/secret.ts'
import type { Place, State } from '../../src/types.ts'
import { makeRule } from '../detect/make-rule.ts'

const vendor = makeRule({ id: 'vendor', severity: 'high', specificity: 60 })
const generic = makeRule({ id: 'generic', severity: 'medium', specificity: 10 })
const place = (fields: Partial<Place>): Place => ({
  path: 'a',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 9,
  ...fields,
})

function seen(fingerprint: string, fields: Partial<Omit<Seen, 'place'>> & { place?: Partial<Place> } = {}): Seen {
  return {
    fingerprint,
    rule: vendor,
    secret: createSecret('not a secret at all'),
    parts: {},
    judgement: { confidence: 'medium', verdict: {}, reasons: [] },
    state: 'file',
    ...fields,
    place: place(fields.place ?? {}),
  }
}

const merge = (...all: Seen[]) =>
  mergeFindings(
    all,
    () => undefined,
    () => [],
  )

describe('one secret', () => {
  test('is not doubted because it is at one of its places, whichever rule spoke there', () => {
    const low = { confidence: 'low', verdict: {}, reasons: ['in a template'] } as const
    const [finding] = merge(seen('x', { judgement: low }), seen('x', { rule: generic, place: { line: 2 } }))
    expect(finding).toMatchObject({ ruleId: 'generic', confidence: 'medium', places: [{ line: 1 }, { line: 2 }] })
  })

  test('is one finding; the more specific rule leads, then the surer judgement', () => {
    const sure = { confidence: 'high', verdict: {}, reasons: ['sure'] } as const
    const [finding, ...more] = merge(
      seen('x', { rule: generic, judgement: sure, place: { line: 1 } }),
      seen('x', { place: { line: 2 } }),
      seen('x', { judgement: sure, place: { line: 3 } }),
    )
    expect(more).toEqual([])
    expect(finding).toMatchObject({ ruleId: 'vendor', severity: 'high', confidence: 'high', reasons: ['sure'] })
    expect(finding!.places.map(({ line }) => line)).toEqual([1, 2, 3])
  })

  test('of two places that are as good the first one leads, whichever was read first', () => {
    const first = seen('x', { parts: { host: 'a.example' }, place: { path: 'a' } })
    const second = seen('x', { parts: { host: 'b.example' }, place: { path: 'b' } })
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(merge(...order)).toMatchObject([{ parts: { host: 'a.example' }, places: [{ path: 'a' }, { path: 'b' }] }])
    }
  })

  test('says of which .env it is the value, whichever rule leads', () => {
    const copied = { confidence: 'medium', verdict: {}, reasons: ['the value of A in .env'] } as const
    const rule = makeRule({ id: 'copy', kind: 'known-value', specificity: 15 })
    const [finding] = merge(
      seen('x', { parts: { user: 'me' } }),
      seen('x', { rule, judgement: copied, parts: { name: 'A', file: '.env', form: 'plain' } }),
    )
    expect(finding).toMatchObject({ ruleId: 'vendor', reasons: copied.reasons })
    expect(finding!.parts).toEqual({ user: 'me', name: 'A', file: '.env' })
  })

  test('is as sure as its surest place, whichever rule leads; the others say how sure they are', () => {
    const [low, high] = [
      { confidence: 'low', verdict: {}, reasons: ['of a test'] },
      { confidence: 'high', verdict: {}, reasons: ['its name'] },
    ] as const
    const [finding] = merge(
      seen('x', { judgement: low, place: { path: 'a' } }),
      seen('x', { rule: generic, judgement: high, place: { path: 'b' } }),
      seen('x', { place: { path: 'c' } }),
      seen('x', { rule: generic, judgement: high, place: { path: 'c' } }),
    )
    expect(finding).toMatchObject({ ruleId: 'vendor', confidence: 'high', reasons: ['its name'] })
    expect(finding!.places.map(({ path, confidence }) => [path, confidence])).toEqual([
      ['a', 'low'],
      ['b', undefined],
      ['c', undefined],
    ])
  })

  test('has every place once, by path, then time, then line', () => {
    const [finding] = merge(
      seen('x', { place: { path: 'b', line: 1 } }),
      seen('x', { place: { path: 'a', date: '2024-02-01T00:00:00Z' } }),
      seen('x', { place: { path: 'a', date: '2024-01-01T00:00:00+02:00', line: 9 } }),
      seen('x', { place: { path: 'b', line: 1 } }),
    )
    expect(finding!.places.map(({ path, line }) => `${path}:${line}`)).toEqual(['a:9', 'a:1', 'b:1'])
  })

  test.each<readonly [readonly State[], State]>([
    [['file'], 'file'],
    [['index', 'dangling'], 'index'],
    [['head', 'index'], 'head'],
    [['dangling', 'pushed', 'index'], 'pushed'],
    [['unpushed', 'head'], 'unpushed'],
  ])('is as exposed as its most exposed place: %j', (states, expected) => {
    const [finding] = merge(...states.map((state, line) => seen('x', { state, place: { line: line + 1 } })))
    expect(finding!.state).toBe(expected)
  })

  test('counts its versions: as told, else the blobs or files it stands in', () => {
    const all = [
      seen('x', { place: { blob: '1' } }),
      seen('x', { place: { blob: '1', line: 2 } }),
      seen('x', { place: { path: 'c' } }),
    ]
    expect(merge(...all)[0]!.versions).toBe(2)
    expect(
      mergeFindings(
        all,
        () => 7,
        () => [],
      )[0]!.versions,
    ).toBe(7)
  })
})

test('the most severe comes first, then the surest, then by place, then by fingerprint; the order seen in does not matter', () => {
  const all = [
    seen('d', { place: { path: 'b' } }),
    seen('c', { place: { path: 'b' } }),
    seen('b', { judgement: { confidence: 'high', verdict: {}, reasons: [] }, place: { path: 'z' } }),
    seen('e', { rule: generic, place: { path: 'a' } }),
    seen('a', { rule: { ...vendor, severity: 'critical' }, place: { path: 'y' } }),
  ]
  const order = ['a', 'b', 'c', 'd', 'e']
  expect(merge(...all).map(one => one.fingerprint)).toEqual(order)
  expect(merge(...all.toReversed()).map(one => one.fingerprint)).toEqual(order)
})

test('places of one date stand in the order of their ids, whatever order they were seen in', () => {
  const date = '2026-01-01T00:00:00+00:00'
  const places = ['c1', 'a2', 'b3'].map(commit => ({ commit, blob: 'd', date }))
  const commitsOf = (all: readonly Partial<Place>[]) =>
    merge(...all.map(one => seen('p', { place: one })))[0]!.places.map(({ commit }) => commit)
  expect(commitsOf(places)).toEqual(['a2', 'b3', 'c1'])
  expect(commitsOf(places.toReversed())).toEqual(['a2', 'b3', 'c1'])
})

test('remedies are asked with the whole finding, a file has no secret', () => {
  const { secret: _, ...file } = seen('x')
  const [finding] = mergeFindings(
    [file],
    () => undefined,
    ({ fingerprint, places }, rule) => [{ kind: 'note', text: `${fingerprint} ${places.length} ${rule.id}` }],
  )
  expect(finding!.remediation).toEqual([{ kind: 'note', text: 'x 1 vendor' }])
  expect('secret' in finding!).toBe(false)
})
