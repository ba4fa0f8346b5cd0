import * as v from 'valibot'
import { providerSchema, remedySchema, ruleSchema } from '../ruleset/rule-file-schema.ts'
import { CONFIDENCES, SEVERITIES } from '../types.ts'

const limit = v.optional(v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1')))

/** What a configuration may hold. Rules have the very format of `rules/`; a provider and a remedy for them are optional here. */
export const configSchema = v.strictObject({
  provider: v.optional(providerSchema),
  remedy: v.optional(remedySchema),
  rule: v.optional(v.array(ruleSchema)),
  disable: v.optional(v.array(v.string())),
  exclude: v.optional(v.array(v.string())),
  'min-severity': v.optional(v.picklist(SEVERITIES)),
  'min-confidence': v.optional(v.picklist(CONFIDENCES)),
  limits: v.optional(v.strictObject({ 'blob-bytes': limit, 'value-folders': limit, 'value-file-bytes': limit })),
})

export type RawConfig = v.InferOutput<typeof configSchema>
