import type { Rule } from '../types.ts'
import { RuleProblem } from './rule-problem.ts'
import { EXAMPLE_SEED, expandSample, SampleError } from './samples.ts'

/** Every example must be found by its rule alone: pattern, anchor, context. Counter-examples only have to expand: judges drop some of them. */
export function checkExamples(rule: Rule, examples: readonly string[], counterExamples: readonly string[]): void {
  for (const [index, template] of counterExamples.entries()) expand(template, ['counter-examples', index])
  for (const [index, template] of examples.entries()) {
    const sample = expand(template, ['examples', index])
    const why = rule.pattern !== '' ? whyNotFound(rule, sample) : undefined
    if (why) throw new RuleProblem(['examples', index], `example ${JSON.stringify(template)} ${why}`)
  }
}

function expand(template: string, path: readonly [string, number]): string {
  try {
    return expandSample(template, EXAMPLE_SEED)
  } catch (error) {
    if (!(error instanceof SampleError)) throw error
    throw new RuleProblem(path, `${path[0]}[${path[1]}]: ${error.message}`, { cause: error })
  }
}

/** What keeps a rule from finding a text; undefined where it finds it. */
export function whyNotFound(rule: Rule, sample: string): string | undefined {
  const text = Buffer.from(sample, 'utf8').toString('latin1')
  const match = new RegExp(rule.pattern, rule.flags).exec(text)
  if (!match) return `is not matched; it expands to ${JSON.stringify(sample)}`
  if (!match.groups?.secret) return `is matched with an empty group "secret"`
  if (rule.kind === 'pattern' && !holdsOneOf(match[0], rule.anchors, rule.ignoreCase))
    return `is matched without an anchor in ${JSON.stringify(match[0])}`
  const around = text.slice(Math.max(0, match.index - rule.reach), match.index + match[0].length + rule.reach)
  if (rule.context.length > 0 && !holdsOneOf(around, rule.context, true)) {
    return `has none of the context words within ${rule.reach} bytes of the match: ${rule.context.join(', ')}`
  }
  return undefined
}

function holdsOneOf(text: string, words: readonly string[], ignoreCase: boolean): boolean {
  if (!ignoreCase) return words.some(word => text.includes(word))
  return words.some(word => text.toLowerCase().includes(word.toLowerCase()))
}
