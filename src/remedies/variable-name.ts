import type { Rule } from '../types.ts'

/** `openaiApiKey`, `openai-api-key`, `db.apiKey` → `OPENAI_API_KEY`, `DB_API_KEY`. */
function upperSnake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .toUpperCase()
}

/** The environment variable to read: the one the provider's SDK reads, else after the variable at hand, else after the rule. */
export function variableName(rule: Pick<Rule, 'env' | 'id'>, name?: string): string {
  return rule.env || upperSnake(name ?? '') || upperSnake(rule.id)
}
