const BASE64 = /^(?:[A-Za-z0-9+/]{4}){2,30}(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/

/** The text that a value is in base64, as Kubernetes has its Secrets and protocols their logins. Undefined where it decodes to no text. */
export function base64Text(value: string): string | undefined {
  if (!BASE64.test(value)) return undefined
  const text = Buffer.from(value, 'base64').toString('latin1').trim()
  return /^[\x20-\x7e]{4,}$/.test(text) ? text : undefined
}
