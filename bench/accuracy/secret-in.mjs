/** What the rule's pattern takes for the secret in a text that it matches. Patterns run over bytes read as latin1. */
export function secretIn(rule, text) {
  const bytes = Buffer.from(text).toString('latin1')
  const { secret } = new RegExp(rule.pattern, rule.flags).exec(bytes).groups
  return Buffer.from(secret, 'latin1').toString()
}
