/** A bracket that is closed and was not opened, or the other way round. */
const HALF = /^[^{(]*[})]|[{(][^})]*$/

/** Is this part of a glob, between two slashes, cut out of alternatives that have slashes themselves (`{a/b,c}.pem`)? */
export function isHalf(part: string): boolean {
  return HALF.test(part)
}

/** What a glob asks of a base name. Of a glob whose alternatives have slashes any base name will do. */
export function lastPart(glob: string): string {
  const part = glob.slice(glob.lastIndexOf('/') + 1)
  return isHalf(part) ? '*' : part
}
