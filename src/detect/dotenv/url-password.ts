/** Where the password stands in an address, in characters from its start. */
export interface UrlPassword {
  readonly start: number
  readonly end: number
  readonly user: string
  readonly host: string
}

const URL = /^[a-z][a-z0-9+.-]{1,30}:\/\//i
/** `//user:password@host`: the last `@` before the path ends the password, since people write raw ones. */
const CREDENTIALS = /^([a-z][a-z0-9+.-]{1,30}:\/\/([^\s:/?#@]{0,128}):)([^\s/?]{1,256})@([\w.[\]:,-]{1,255})/i

export function isUrl(value: string): boolean {
  return URL.test(value)
}

/** Of `scheme://user:password@host`; undefined where there is none. */
export function urlPassword(value: string): UrlPassword | undefined {
  const found = CREDENTIALS.exec(value)
  if (!found) return undefined
  const start = found[1]!.length
  return { start, end: start + found[3]!.length, user: found[2]!, host: found[4]! }
}
