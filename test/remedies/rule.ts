import type { Rule } from '../../src/types.ts'

/** A rule with whatever a test needs to be different. */
export function ruleWith(changes: Partial<Rule> = {}): Rule {
  return {
    id: 'example-api-key',
    title: 'Example API key',
    provider: 'example',
    providerName: 'Example',
    severity: 'critical',
    confidence: 'high',
    specificity: 60,
    anchors: ['ex_'],
    ignoreCase: false,
    pattern: '(?<secret>ex_[a-z]{20})',
    flags: 'dg',
    anchored: false,
    before: 0,
    after: 23,
    lead: 0,
    context: [],
    reach: 200,
    minEntropy: 0,
    env: 'EXAMPLE_API_KEY',
    paths: [],
    exceptPaths: [],
    kind: 'pattern',
    generic: false,
    pairReach: 0,
    remedy: {
      console: 'https://example.invalid/keys',
      revoke: ['Delete the key under Keys.'],
      rotate: ['Make a new key.'],
      effect: 'Calls made with the key.',
    },
    source: 'https://example.invalid/docs',
    ...changes,
  }
}
