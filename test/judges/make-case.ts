import { createSecret } from '../../src/findings/secret.ts'
import type { Case, Rule } from '../../src/types.ts'

export interface CaseText {
  /** The text of the file, with the secret in it. */
  readonly text?: string
  readonly rule?: Partial<Rule>
  readonly path?: string
  readonly parts?: Readonly<Record<string, string>>
}

const RULE: Rule = {
  id: 'a-rule',
  title: 'A rule',
  provider: 'a',
  providerName: 'A',
  severity: 'high',
  confidence: 'medium',
  specificity: 60,
  anchors: ['a'],
  ignoreCase: false,
  pattern: 'a',
  flags: 'dg',
  anchored: false,
  before: 0,
  after: 0,
  lead: 0,
  context: [],
  reach: 200,
  minEntropy: 0,
  paths: [],
  exceptPaths: [],
  kind: 'pattern',
  generic: false,
  pairReach: 0,
  remedy: {},
  source: '',
}

/** A case as the detector would make it: the first place of the secret in the text, its line and what stands round it. */
export function makeCase(secret: string, { text = `x = "${secret}"`, rule, path, parts = {} }: CaseText = {}): Case {
  const start = text.indexOf(secret)
  const end = start + secret.length
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const newline = text.slice(end).search(/[\r\n]/)
  const lineEnd = newline < 0 ? text.length : end + newline
  return {
    match: {
      rule: { ...RULE, ...rule },
      secret: createSecret(secret),
      start,
      end,
      matchStart: start,
      matchEnd: end,
      parts,
      line: text.slice(lineStart, lineEnd),
      lineStart,
      around: text.slice(Math.max(0, start - 200), end + 200),
    },
    path,
  }
}
