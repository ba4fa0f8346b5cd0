import { DOTENV_NAME, type Rule } from '../types.ts'

const TEMPLATE = /[._-](?:example|sample|template|tmpl|dist|defaults?)$/
/** `.env-prod` and `.env_prod` besides. */
const LIKE_DOTENV = /^\.env[_-]./
/** Files that are a secret or hold nothing else. */
const KEY_FILE =
  /^id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:pem|key|p12|pfx|ppk|jks|keystore|kdbx|tfvars|tfstate)$|^\.(?:netrc|pypirc|pgpass|htpasswd)$/

/** Is it the file that must not be in git, rather than a value in it? */
export function belongsLocal(rule: Pick<Rule, 'kind'>, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  if (TEMPLATE.test(name)) return false
  return rule.kind === 'file' || DOTENV_NAME.test(name) || LIKE_DOTENV.test(name) || KEY_FILE.test(name)
}
