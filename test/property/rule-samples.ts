import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'
import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { expandSample } from '../../src/ruleset/samples.ts'

const FOLDER = fileURLToPath(new URL('../../rules/', import.meta.url))

/** An example of a rule file. */
export interface RuleSample {
  readonly ruleId: string
  readonly template: string
}

interface Written {
  readonly rule?: readonly { readonly id: string; readonly examples?: readonly string[] }[]
}

/** Every example of every built-in rule that has a pattern. */
export const RULE_SAMPLES: readonly RuleSample[] = readdirSync(FOLDER)
  .filter(name => name.endsWith('.toml'))
  .flatMap(name => (parse(readFileSync(FOLDER + name, 'utf8')) as Written).rule ?? [])
  .filter(({ id }) => loadRules().rules.find(rule => rule.id === id)?.kind === 'pattern')
  .flatMap(({ id, examples = [] }) => examples.map(template => ({ ruleId: id, template })))

const detectors = new Map<string, ReturnType<typeof createDetector>>()

/** What the sample's own rule takes for the secret in a text. */
export function secretsOf(ruleId: string, text: string): readonly string[] {
  const detector =
    detectors.get(ruleId) ?? createDetector({ rules: loadRules().rules.filter(rule => rule.id === ruleId), hash: '' })
  detectors.set(ruleId, detector)
  return detector.detect({ bytes: Buffer.from(text) }).map(match => match.secret.reveal())
}

/** The example with a value of its own for each number. */
export function sampleText({ template }: RuleSample, number: number): string {
  return expandSample(template, number)
}
