import type { Check } from './check.ts'
import { printable } from './printable.ts'

/** Fields of the downloaded file that stand next to its private key. */
const FIELDS = [
  'service_account',
  'project_id',
  'private_key_id',
  'private_key',
  'client_email',
  'client_id',
  'token_uri',
]
const ENOUGH = 3
const EMAIL = /[a-z0-9-]{1,64}@[a-z0-9.-]{1,64}\.gserviceaccount\.com/

/** A key stands in JSON with what it belongs to, and holds a whole PEM block. */
export const gcpServiceAccount: Check = (secret, { match }) => {
  const text = `${match.around}\n${secret}`
  const found = FIELDS.filter(field => text.includes(field))
  const account = printable(EMAIL.exec(text)?.[0])
  const verdict = { ...(account && { account }) }
  if (found.length < ENOUGH) return undefined
  if (!/-----BEGIN [A-Z ]{0,12}PRIVATE KEY-----(?:\\{1,4}n|\s)/.test(text)) {
    return { says: 'lower', verdict: { structure: 'invalid', ...verdict }, why: 'no whole private key in it' }
  }
  return {
    says: 'confirm',
    verdict: { structure: 'valid', ...verdict },
    why: account ? `the key file of ${account}` : 'the fields of a key file stand round it',
  }
}
