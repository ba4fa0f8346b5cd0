import { CHECKSUM_MAKERS } from './checksum-makers.ts'
import { createRandom, type Random, randomBytes, randomText } from './random.ts'

/** A template cannot be expanded; the message says why and what there is. */
export class SampleError extends Error {
  override readonly name = 'SampleError'
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const LOWER = UPPER.toLowerCase()
const DIGITS = '0123456789'
/** Signs that mean nothing in URLs, shells, templates and data formats, so that an example stays what it is wherever it stands. */
const SIGNS = '!*-_.~^+'

const ALPHABETS: Readonly<Record<string, string>> = {
  alnum: UPPER + LOWER + DIGITS,
  lower: LOWER,
  upper: UPPER,
  loweralnum: LOWER + DIGITS,
  upperalnum: UPPER + DIGITS,
  digits: DIGITS,
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  base64: `${UPPER}${LOWER}${DIGITS}+/`,
  base64url: `${UPPER}${LOWER}${DIGITS}-_`,
  base32: `${UPPER}234567`,
}

/** `{b64:{b64:…}}`: twice is what keys are hidden by in earnest. */
const MAX_DEPTH = 10
/** Of the examples of rules: they are the same text whenever they are looked at. */
export const EXAMPLE_SEED = 1
/** More would only make a slow test: no key is that long. */
const MAX_GENERATED = 65_536

/**
 * Replaces the generators of a template: `{alnum:20}`, `{uuid}`, `{sum:github:ghp_}`, `{b64:user:{hex:32}}`. `{{` and `}}` are literal
 * braces. The same template and seed always give the same text, so that no live-looking key has to be written into a file.
 */
export function expandSample(template: string, seed: number): string {
  const random = createRandom(seedFor(template, seed))
  let offset = 0
  let depth = 0
  return expand(false)

  function expand(nested: boolean): string {
    let expanded = ''
    while (offset < template.length) {
      const two = template.slice(offset, offset + 2)
      if (two === '{{' || (two === '}}' && !nested)) {
        expanded += two[0]
        offset += 2
      } else if (two[0] === '{') {
        offset++
        if (++depth > MAX_DEPTH) throw new SampleError(`more than ${MAX_DEPTH} generators within one another`)
        expanded += generate(expand(true), random)
        depth--
      } else if (two[0] === '}') {
        offset++
        if (nested) return expanded
        throw new SampleError(`"}" without "{" in ${JSON.stringify(template)}; a literal brace is written "}}"`)
      } else {
        expanded += two[0]
        offset++
      }
    }
    if (nested)
      throw new SampleError(`"{" is not closed in ${JSON.stringify(template)}; a literal brace is written "{{"`)
    return expanded
  }
}

function generate(inside: string, random: Random): string {
  const [name = '', ...rest] = inside.split(':')
  const argument = rest.join(':')
  const alphabet = Object.hasOwn(ALPHABETS, name) ? ALPHABETS[name] : undefined
  if (alphabet) return randomText(random, alphabet, count(inside, argument))
  switch (name) {
    case 'uuid':
      return uuid(random)
    case 'password':
      return password(random, count(inside, argument))
    case 'repeat':
      return rest
        .slice(0, -1)
        .join(':')
        .repeat(count(inside, rest.at(-1) ?? ''))
    case 'b64':
      return Buffer.from(argument, 'utf8').toString('base64')
    case 'sum':
      return checksummed(rest[0] ?? '', rest.slice(1).join(':'), random)
  }
  const known = [
    ...Object.keys(ALPHABETS).map(one => `${one}:N`),
    'uuid',
    'password:N',
    'repeat:X:N',
    'b64:TEXT',
    'sum:NAME:ARGUMENTS',
  ]
  throw new SampleError(
    `no generator {${inside}}; there are ${known.map(one => `{${one}}`).join(' ')}; a literal brace is "{{"`,
  )
}

function count(generator: string, digits: string): number {
  const length = /^\d+$/.test(digits) ? Number(digits) : Number.NaN
  if (length >= 1 && length <= MAX_GENERATED) return length
  throw new SampleError(`{${generator}} needs a number of characters from 1 to ${MAX_GENERATED}`)
}

function checksummed(name: string, parameters: string, random: Random): string {
  const make = Object.hasOwn(CHECKSUM_MAKERS, name) ? CHECKSUM_MAKERS[name] : undefined
  if (!make) throw new SampleError(`no checksum "${name}"; there are ${Object.keys(CHECKSUM_MAKERS).join(', ')}`)
  return make(parameters, random)
}

function uuid(random: Random): string {
  const bytes = randomBytes(random, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Holds every kind of character as far as its length allows, and starts with a letter. */
function password(random: Random, length: number): string {
  const kinds = [LOWER, UPPER, DIGITS, SIGNS]
  const start = kinds.map(kind => randomText(random, kind, 1)).join('')
  return (start + randomText(random, kinds.join(''), Math.max(0, length - start.length))).slice(0, length)
}

/** FNV-1a, so that two templates of one file do not give the same characters. */
function seedFor(template: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < template.length; index++) hash = Math.imul(hash ^ template.charCodeAt(index), 0x01000193)
  return hash
}
