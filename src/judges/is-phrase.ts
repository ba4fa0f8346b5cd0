import { plainName } from './plain-name.ts'

const WORDS = /^[A-Za-z][a-z]{2,}(?:[A-Z][a-z]{2,}|[-_][A-Za-z][a-z]{2,}){1,6}$/
/** Words that a name is made of: `database_user_password`. */
const NAMING =
  /(?:^|_)(?:pass(?:word|wd|phrase)?|pwd|secret|token|keys?|cred(?:ential)?s?|auth|user(?:name)?|name|field|file|path|config|settings?|env|param|value|data|db|database|login|prod|dev|test|local|default|conf|opt|args?|self|this|item|result|response|request|input|hash|admin|app|account|client|server|service|root|system|public|private|encrypted|base|hidden|session|access|refresh|bearer|basic|digest|none|null|required|optional|your|my|some|the|change|example|here|type|id)(?:_|$)/

/**
 * `planet_tiger_bridge`, `CoffeeDragonThunder`: words that somebody chose, not a name. Two are enough: to be asked where a secret is likely to stand;
 * is-passphrase.ts asks for more, and may be asked anywhere.
 */
export function isPhrase(value: string): boolean {
  return WORDS.test(value) && !NAMING.test(plainName(value))
}
