import type { Anchor, DecodeMark, DecodeWay, Rule } from '../../types.ts'
import { literalOf } from '../literal-of.ts'
import { base64Literals, decimalEntities, escapedLiteral, hexLiteral, utf16Literal } from './encode-literal.ts'
import { beginsSecret, COMMON, isSeenThrough, markAnchors } from './mark-anchors.ts'
import { PACKERS } from './packers.ts'

/** An escape takes four characters and more: so many of them are rare enough. */
const ESCAPED_ANCHOR = 3
/** Shorter ones (`xai-`, `phs_`) stand in names of files and functions: of them only what begins a text is looked for. */
const SHORTEST_SPLIT = 6
const QUOTES = ['"', "'"] as const
/** Words and syllables with which other texts begin as well. */
const BEGINS_MUCH = /^(?:token-|secret_|md-|(?!cnvca)[a-z]+)$/
const SHIFTS = [0, 1, 2] as const

/** https://www.rfc-editor.org/rfc/rfc1952#section-2.3: deflate, and the flags that gzip itself, Java and Python set. */
const GZIP = ['\x1f\x8b\x08\x00', '\x1f\x8b\x08\x08', '\x1f\x8b\x08\x04', '\x1f\x8b\x08\x10']
/** First local header, and the end of the central directory: a program may stand before the archive. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06']
/** POSIX, and what GNU writes. */
const TAR = ['ustar\x00', 'ustar  \x00']
const KUBERNETES = ['kind: Secret', 'kind: "Secret"', '"kind":"Secret"', '"kind": "Secret"']
/** Names whose value stands in a JSON text within a JSON text, as in `{"config": "{\"password\":\"…\"}"}`. */
const NAMES_IN_JSON = ['password', 'passwd', 'secret', 'token', 'apikey', 'api_key', 'access_key', 'private_key']
/** Of what is UTF-16 as a whole, as Windows writes it, the generic rules are asked as well. */
const IN_UTF16 = ['passw', 'secret', 'token', 'api_key', 'apikey', '_key', 'pwd', '-key']

/** A line's end in UTF-16 of either order, as Windows writes it. */
const UTF16_LINE_END = '\r\0\n'
/** What a text in base64 is handed to, in Python, PHP, JavaScript, Ruby, .NET. */
const DECODERS = ['b64decode(', 'b64decode(b', 'base64_decode(', 'atob(', 'decode64(', 'frombase64string(']
const DECODED = [...DECODERS.flatMap(name => [`${name}"`, `${name}'`]), '-encodedcommand ']

const mark = (way: DecodeWay, text: string, more: Partial<DecodeMark> = {}): DecodeMark => ({
  way,
  text: literalOf(more.ignoreCase ? text.toLowerCase() : text),
  ignoreCase: false,
  whole: false,
  ...more,
})

const base64Marks = (text: string): readonly DecodeMark[] =>
  SHIFTS.flatMap(shift => base64Literals(text, shift).map(literal => mark('base64', literal, { shift })))

/** Base64 of a binary thing begins with it. */
const wholeBase64 = (text: string): readonly DecodeMark[] =>
  base64Literals(text, 0).map(literal => mark('base64', literal, { shift: 0, whole: true }))

/** What tools and people hide, and each further form takes a literal: other keys are seen through one layer of base64, and whatever is decoded as a whole. */
const PROMINENT =
  /^(?:sk-ant|AKIA|ASIA|dapi|dop_v1|dckr_p|ghp_|github_|gho_|ghs_|glpat-|AIza|GOCSPX-|ya29\.|npm_|sk-proj|sk-svc|PRIVATE|pypi-|sk_live|rk_live|whsec_|xox[bp]-|xapp-|shpat_|postgr|mysql:|mongod|redis:|amqp:|hvs\.|AccountK)/

function prominentMarks(anchor: string): readonly DecodeMark[] {
  return [
    mark('hex', hexLiteral(anchor), { ignoreCase: true }),
    mark('utf-16', utf16Literal(anchor), { whole: true }),
    // Base64 of base64.
    ...SHIFTS.flatMap(shift => base64Literals(anchor, shift).flatMap(base64Marks)),
  ]
}

/** Anchors of addresses with passwords, of connection strings. */
function signedAnchors(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.filter(isSeenThrough).flatMap(rule => rule.anchors))].filter(one => /:\/\/|=/.test(one))
}

/** Escaped as its signs must be in an address, in JSON (PHP writes `\/`; Go and .NET `\u003d`), in XML. */
function signMarks(anchor: string): readonly DecodeMark[] {
  const percent = encodeURIComponent(anchor)
  const slashes = anchor.replaceAll('/', '\\/')
  const unicode = anchor.replace(/[=&<>+']/g, sign => `\\u00${hexLiteral(sign)}`)
  return [
    ...(percent === anchor ? [] : [mark('percent', percent, { ignoreCase: true })]),
    ...(slashes === anchor ? [] : [mark('escapes', slashes)]),
    ...(unicode === anchor ? [] : [mark('escapes', unicode, { ignoreCase: true })]),
  ]
}

/** Every character escaped. */
function escapedMarks(anchor: string): readonly DecodeMark[] {
  const caseless = { ignoreCase: true }
  return [
    mark('percent', escapedLiteral(anchor, '%'), caseless),
    mark('escapes', escapedLiteral(anchor, '\\x'), caseless),
    mark('escapes', escapedLiteral(anchor, '\\u00'), caseless),
    mark('entities', decimalEntities(anchor)),
  ]
}

/** A key that is written in pieces begins with its prefix in plain: `"ghp_" + "…"`. */
function splitMarks(rules: readonly Rule[]): readonly DecodeMark[] {
  const anchors = rules
    .filter(rule => isSeenThrough(rule) && beginsSecret(rule))
    .flatMap(({ anchors, ignoreCase }) => anchors.map(text => ({ text, ignoreCase })))
  return anchors.flatMap(({ text, ignoreCase }) => {
    const isWord = /^[a-z]{1,5}$/.test(text)
    const isRare = !isWord && ((text.length >= SHORTEST_SPLIT && !COMMON.test(text)) || PROMINENT.test(text))
    const texts = isRare ? [text] : BEGINS_MUCH.test(text) ? [] : QUOTES.map(quote => quote + text)
    return texts.map(one => mark('split', one, { ignoreCase }))
  })
}

function containerMarks(): readonly DecodeMark[] {
  return [
    ...GZIP.map(magic => mark('gzip', magic, { whole: true })),
    ...PACKERS.map(({ magic }) => mark('packed', magic, { whole: true })),
    ...ZIP.map(magic => mark('zip', magic, { whole: true })),
    ...TAR.map(magic => mark('tar', magic, { whole: true })),
    ...wholeBase64('\x1f\x8b\x08\x00'),
    ...wholeBase64('\x1f\x8b\x08\x08'),
    ...wholeBase64('PK\x03\x04'),
    mark('hex', hexLiteral('\x1f\x8b\x08\x00'), { ignoreCase: true, whole: true }),
    // Base64 of base64 of gzip: what Helm keeps its releases in.
    ...wholeBase64('H4sIA'),
    ...KUBERNETES.map(text => mark('kubernetes', text, { whole: true })),
    mark('notebook', '"nbformat"', { whole: true }),
    // The first line of what libedit keeps: https://man.netbsd.org/history.3
    mark('history', '_HiStOrY_V2_', { whole: true }),
    mark('quoted-printable', 'quoted-printable', { ignoreCase: true, whole: true }),
    mark('mime', 'encoding: base64', { ignoreCase: true, whole: true }),
    ...NAMES_IN_JSON.map(name => mark('json', `${name}\\"`, { ignoreCase: true })),
    ...DECODED.map(text => mark('argument', text, { ignoreCase: true, whole: true })),
    mark('utf-16', UTF16_LINE_END, { whole: true }),
    ...IN_UTF16.map(name => mark('utf-16', utf16Literal(name), { ignoreCase: true, whole: true })),
  ]
}

/**
 * Literals of which each blob holds one in which decoding can find anything: rare in ordinary text, so that nearly every blob is done with when
 * the kernel has passed over it. Anchors of less than four characters (`sk-`, `hf_`, `SG.`) and words are not among them: they are seen through
 * what is decoded as a whole, which is archives, UTF-16 files, notebooks, mails, Kubernetes Secrets and arguments of decoding functions.
 */
export function decodeMarks(rules: readonly Rule[]): readonly DecodeMark[] {
  const anchors = markAnchors(rules)
  const prominent = anchors.filter(anchor => PROMINENT.test(anchor))
  const short = [...new Set(prominent.map(anchor => anchor.slice(0, ESCAPED_ANCHOR)))]
  return distinct([
    ...containerMarks(),
    ...splitMarks(rules),
    ...signedAnchors(rules).flatMap(signMarks),
    ...anchors.flatMap(base64Marks),
    ...prominent.flatMap(prominentMarks),
    ...short.flatMap(escapedMarks),
  ])
}

const keyOf = ({ text, ignoreCase, way, shift }: Anchor & Pick<DecodeMark, 'way' | 'shift'>): string =>
  `${way} ${shift} ${ignoreCase} ${text}`

function distinct(marks: readonly DecodeMark[]): readonly DecodeMark[] {
  return [...new Map(marks.map(one => [keyOf(one), one])).values()]
}
