import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { CONFIDENCES, MODES, REMEDY_KINDS, SEVERITIES, STATES } from '../types.ts'

const objectId = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1))
const about = <const Schema extends v.GenericSchema>(schema: Schema, description: string) =>
  v.pipe(schema, v.description(description))

const excerpt = v.strictObject({
  text: v.string(),
  start: about(count, 'UTF-16 code units into the text'),
  end: count,
})

const place = v.strictObject({
  path: v.exactOptional(
    about(v.string(), "Relative to the repository's root, forward slashes. Absent for a dangling blob."),
  ),
  in: v.exactOptional(
    about(
      v.picklist(['commit message', 'commit author', 'tag message', 'file name', 'ref name', 'note', 'standard input']),
      "What was read, when it is not a file's content",
    ),
  ),
  inside: v.exactOptional(
    about(
      v.string(),
      'Path in the archive that `path` is, `!` before each archive in it: line and column are of that file',
    ),
  ),
  line: ordinal,
  column: about(ordinal, 'In UTF-16 code units, from 1'),
  endLine: ordinal,
  endColumn: ordinal,
  encoding: v.exactOptional(
    about(v.array(v.string()), 'How it is encoded there, outermost first: line and column are of the encoded text'),
  ),
  blob: v.exactOptional(objectId),
  commit: v.exactOptional(about(objectId, 'Absent for a file on disk or in the index')),
  author: v.exactOptional(v.string()),
  email: v.exactOptional(v.string()),
  date: v.exactOptional(about(v.string(), 'ISO 8601 with offset, of the author')),
  refs: v.exactOptional(about(v.array(v.string()), 'At most 100 of those that hold it')),
  refCount: v.exactOptional(about(ordinal, 'How many hold it, where `refs` does not list them all')),
  inHead: v.exactOptional(v.boolean()),
  confidence: v.exactOptional(
    about(v.picklist(CONFIDENCES), "Where it is lower than the finding's, which is that of its surest place"),
  ),
  excerpt: v.exactOptional(about(excerpt, 'The line with every secret redacted')),
})

const remedy = v.strictObject({
  kind: v.picklist(REMEDY_KINDS),
  text: v.string(),
  commands: v.exactOptional(about(v.array(v.string()), 'For a POSIX shell, as they stand; never with a secret')),
  code: v.exactOptional(about(v.array(v.string()), 'What belongs into a file')),
  url: v.exactOptional(v.string()),
})

const finding = v.strictObject({
  fingerprint: v.string(),
  ruleId: v.string(),
  provider: v.string(),
  title: v.string(),
  severity: v.picklist(SEVERITIES),
  confidence: v.picklist(CONFIDENCES),
  verdict: about(
    v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
    'What the judges found: checksum, structure, entropy …',
  ),
  reasons: v.array(v.string()),
  secret: v.exactOptional(
    about(v.string(), 'Redacted, unless --show-secrets. Absent where the file itself is the finding.'),
  ),
  parts: about(v.record(v.string(), v.string()), "What is no secret: account id, host, the variable's name"),
  places: v.array(place),
  versions: about(count, 'How many versions (blobs) hold it'),
  state: v.picklist(STATES),
  remediation: about(v.array(remedy), 'In the order in which it is to be done'),
})

const scan = v.strictObject({
  mode: v.picklist(MODES),
  repository: about(v.nullable(v.string()), 'Root of the repository; null outside one'),
  head: v.nullable(objectId),
  refs: v.array(v.string()),
  submodules: v.exactOptional(about(v.array(v.string()), 'Repositories of their own within this one: not entered')),
  counts: v.strictObject({
    blobs: count,
    bytes: count,
    commits: count,
    belowConfidence: about(count, 'Findings under the confidence asked for: counted, not listed'),
    allowed: about(count, 'Findings let through by an inline comment'),
  }),
  elapsedMs: v.pipe(v.number(), v.minValue(0)),
  complete: about(v.boolean(), 'False where anything is in notScanned'),
})

/** The JSON report. A type-level test holds it equal to `Report`. Loaded at build time and in tests only. */
export const reportSchema = v.strictObject({
  version: v.literal(1),
  tool: v.strictObject({
    name: v.literal('keyscan'),
    version: v.string(),
    rules: about(v.string(), 'Hash of the rules'),
  }),
  scan,
  findings: v.array(finding),
  notScanned: about(
    v.array(v.strictObject({ what: v.string(), why: v.string() })),
    'Asked for, and could not be looked at',
  ),
})

/** What `dist/report.schema.json` is written from (JSON Schema draft-07). */
export function reportJsonSchema(): object {
  return { ...toJsonSchema(reportSchema), title: 'keyscan report' }
}
