import type { Check } from './check.ts'

const FORM = /^pypi-([A-Za-z0-9_-]{50,2000})$/
const LOCATION = 1
const SIGNATURE = 6
const SIGNATURE_BYTES = 32

/** Of the macaroon's fields (tag, length, bytes; 0 ends a section) the location, if all of it parses. */
function locationOf(bytes: Buffer): string | undefined {
  if (bytes[0] !== 2) return undefined
  let location: string | undefined
  for (let at = 1; at < bytes.length; ) {
    const tag = bytes[at++]!
    if (tag === 0) continue
    let length = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 21) return undefined
      length |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    if (at + length > bytes.length) return undefined
    if (tag === LOCATION) location ??= bytes.toString('latin1', at, at + length)
    at += length
    if (tag === SIGNATURE) return length === SIGNATURE_BYTES && at === bytes.length ? location : undefined
  }
  return undefined
}

/** A token is a macaroon, version 2: https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt */
export const pypi: Check = secret => {
  const form = FORM.exec(secret)
  if (!form) return undefined
  const location = locationOf(Buffer.from(form[1]!, 'base64url'))
  return location === 'pypi.org' || location === 'test.pypi.org'
    ? { says: 'confirm', verdict: { structure: 'valid', location }, why: `a whole macaroon for ${location}` }
    : { says: 'lower', verdict: { structure: 'invalid' }, why: 'no whole macaroon: cut or made up' }
}
