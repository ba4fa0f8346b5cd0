import * as v from 'valibot'
import { CONFIDENCES, SEVERITIES } from '../types.ts'

/** A rule's reach or a pair's: as many bytes as `Match.around` and the windows are ready to hold. */
const MAX_REACH = 4096

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'))
const texts = v.array(text)
const id = v.pipe(
  v.string(),
  v.regex(kebab, 'must be kebab-case: lower-case letters and digits in words joined by "-"'),
)
const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'must be a web address that starts with https://'))
const reach = v.pipe(
  v.number(),
  v.integer('must be a whole number of bytes'),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(MAX_REACH, `must be at most ${MAX_REACH}`),
)
const sharePercent = v.pipe(
  v.number(),
  v.integer('must be a whole number'),
  v.minValue(0, 'must be 0 to 100'),
  v.maxValue(100, 'must be 0 to 100'),
)
/** Bits a character: a character is a byte, which cannot hold more than 8. */
const entropy = v.pipe(v.number(), v.minValue(0, 'must be 0 to 8'), v.maxValue(8, 'must be 0 to 8'))

export const remedySchema = v.strictObject({
  console: v.optional(url),
  revoke: v.optional(texts),
  rotate: v.optional(texts),
  commands: v.optional(texts),
  effect: v.optional(text),
})

export const providerSchema = v.strictObject({ id, name: text, source: url })

/** Kinds that a rule file may name; 'pattern' and 'file' follow from what else is there. */
const SPECIAL_KINDS = ['whole-file', 'dotenv', 'known-value', 'shipment'] as const

export const ruleSchema = v.strictObject({
  id,
  title: text,
  severity: v.picklist(SEVERITIES),
  confidence: v.picklist(CONFIDENCES),
  kind: v.optional(v.picklist(SPECIAL_KINDS)),
  specificity: v.optional(sharePercent),
  anchors: v.optional(v.array(v.string())),
  'ignore-case': v.optional(v.boolean()),
  pattern: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
  context: v.optional(texts),
  reach: v.optional(reach),
  'min-entropy': v.optional(entropy),
  checksum: v.optional(id),
  rows: v.optional(v.boolean()),
  env: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable')),
  ),
  generic: v.optional(v.boolean()),
  paths: v.optional(texts),
  'except-paths': v.optional(texts),
  pair: v.optional(v.strictObject({ with: id, reach: v.optional(reach) })),
  examples: v.optional(texts),
  'counter-examples': v.optional(texts),
  source: v.optional(url),
  remedy: v.optional(remedySchema),
})

export const ruleFileSchema = v.strictObject({
  provider: providerSchema,
  remedy: v.optional(remedySchema),
  rule: v.pipe(v.array(ruleSchema), v.minLength(1, 'must hold at least one [[rule]]')),
})

export type RawRule = v.InferOutput<typeof ruleSchema>
export type RawRemedy = v.InferOutput<typeof remedySchema>
