/** Not `dbuser:walnut84`, where a user called so logs in. */
const NAMED =
  /(?:user(?:_?name)?|login|uid|db|database|db_?name)(?:["']\s{0,4}(?:[:=]|=>)\s{0,4}|\s{0,4}=>?\s{0,4}|\s{0,4}:(?:\s{1,4}|(?=["'])))["']?([^\s"',;]{3,64})/gi

/** `POSTGRES_USER: shop`, `POSTGRES_PASSWORD: shop`: what everybody writes for a database that nobody reaches. */
export function isUserToo(value: string, around: string): boolean {
  for (const [, name] of around.matchAll(NAMED)) if (name === value) return true
  return false
}
