import { Ajv } from 'ajv'
import type * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { json } from '../../src/reporters/json.ts'
import { jsonl } from '../../src/reporters/jsonl.ts'
import { reportJsonSchema, type reportSchema } from '../../src/reporters/report-schema.ts'
import type { Report, Secret } from '../../src/types.ts'
import { BLOB, COMMIT, findingWith, OPTIONS, placeWith, reportWith, SECRET } from './report.ts'

/** What becomes of a type on its way through JSON. */
type JsonForm<T> = T extends Secret
  ? string
  : T extends readonly (infer Element)[]
    ? JsonForm<Element>[]
    : T extends object
      ? { -readonly [Key in keyof T]: JsonForm<T[Key]> }
      : T

const validate = new Ajv({ strict: true, allErrors: true }).compile(reportJsonSchema())

const everyField = findingWith({
  places: [
    placeWith({
      blob: BLOB,
      commit: COMMIT,
      author: 'a',
      email: 'a@example.invalid',
      date: '2024-01-01T00:00:00+01:00',
      refs: ['refs/heads/main'],
      inHead: true,
      excerpt: { text: 'x', start: 0, end: 1 },
    }),
    { in: 'commit message', line: 1, column: 1, endLine: 1, endColumn: 2, commit: COMMIT },
  ],
})
const { secret: _, ...fileFinding } = findingWith({
  verdict: { file: true },
  places: [placeWith({ path: '.env' })],
  state: 'file',
})
const REPORTS: Readonly<Record<string, Report>> = {
  'a finding with every field': reportWith([everyField]),
  'a file that is itself the finding': reportWith([fileFinding]),
  'no finding, outside a repository': reportWith([], {}, { mode: 'stdin', repository: null, head: null }),
  'an incomplete scan': reportWith([], { notScanned: [{ what: 'big.bin', why: 'too large' }] }),
}

describe('json', () => {
  test.each(Object.entries(REPORTS))('%s is valid by the schema', (_, report) => {
    const valid = validate(JSON.parse(json(report, OPTIONS)))
    expect(validate.errors).toBeNull()
    expect(valid).toBe(true)
  })

  test('the schema refuses what is not in the contract', () => {
    const form = JSON.parse(json(REPORTS['a finding with every field']!, OPTIONS))
    expect(validate({ ...form, more: 1 })).toBe(false)
    expect(validate({ ...form, version: 2 })).toBe(false)
    expect(validate({ ...form, findings: [{ ...form.findings[0], state: 'elsewhere' }] })).toBe(false)
    expect(validate({ ...form, findings: [{ ...form.findings[0], places: [{ path: 'a', line: 0 }] }] })).toBe(false)
  })

  test('schema and type say the same', () => {
    expectTypeOf<v.InferOutput<typeof reportSchema>>().toEqualTypeOf<JsonForm<Report>>()
  })

  test('has the fields of the contract in its order', () => {
    const form = JSON.parse(json(reportWith([everyField]), OPTIONS))
    expect(Object.keys(form)).toEqual(['version', 'tool', 'scan', 'findings', 'notScanned'])
    expect(Object.keys(form.scan)).toEqual(['mode', 'repository', 'head', 'refs', 'counts', 'elapsedMs', 'complete'])
    expect(form.findings[0].secret).toBe('sk-proj-…k1L2')
    expect(form.findings[0].places[0]).toEqual(everyField.places[0])
    expect(form.findings[0].remediation).toEqual(everyField.remediation)
  })

  test('shows the secret only to who asked', () => {
    const report = reportWith([findingWith()])
    expect(json(report, OPTIONS)).not.toContain(SECRET)
    expect(JSON.parse(json(report, { showSecrets: true })).findings[0].secret).toBe(SECRET)
  })

  test('a path that would turn a terminal round is escaped, and the same when read', () => {
    const path = 'a\u202eb\u009bc\u200b.ts'
    const text = json(reportWith([findingWith({ places: [placeWith({ path })] })]), OPTIONS)
    expect(text).not.toMatch(/[\u007f-\u009f\u200b\u202e]/)
    expect(JSON.parse(text).findings[0].places[0].path).toBe(path)
  })
})

describe('jsonl', () => {
  test('a finding a line, as in the report', () => {
    const report = reportWith([everyField, fileFinding])
    const lines = jsonl(report, OPTIONS).trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual(JSON.parse(json(report, OPTIONS)).findings)
  })

  test('nothing found is no line', () => {
    expect(jsonl(reportWith([]), OPTIONS)).toBe('')
  })
})
