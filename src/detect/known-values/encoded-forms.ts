const KNOWN_VALUE_FORMS = ['plain', 'base64', 'base64url', 'url-encoded', 'json'] as const
export type KnownValueForm = (typeof KNOWN_VALUE_FORMS)[number]

export interface EncodedForm {
  readonly form: KnownValueForm
  readonly bytes: Buffer
}

/** All bytes in which a value can stand in a file; those that are the same as an earlier one are left out. */
export function encodedForms(value: Buffer): readonly EncodedForm[] {
  const forms: EncodedForm[] = [{ form: 'plain', bytes: value }]
  const seen = new Set([value.toString('latin1')])
  const add = (form: KnownValueForm, text: string): void => {
    if (seen.has(text)) return
    seen.add(text)
    forms.push({ form, bytes: Buffer.from(text, 'latin1') })
  }
  for (const escaped of jsonEscaped(value)) add('json', escaped)
  for (const encoded of urlEncoded(value)) add('url-encoded', encoded)
  for (const inner of base64Inner(value)) {
    add('base64', inner)
    add('base64url', inner.replaceAll('+', '-').replaceAll('/', '_'))
  }
  return forms
}

/**
 * What base64 of any text that holds the value contains, whatever stands before and after: the value may begin at
 * any of three places in a group of three bytes, and the characters that it shares with its neighbours are left out.
 */
function base64Inner(value: Buffer): readonly string[] {
  return [0, 1, 2].map(offset => {
    const text = Buffer.concat([Buffer.alloc(offset), value]).toString('base64')
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + value.length) * 8) / 6))
  })
}

const HEX_PAIR = /%[0-9A-F]{2}/g

function percent(value: Buffer, kept: RegExp): string {
  const encode = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return [...value]
    .map(byte => (kept.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : encode(byte)))
    .join('')
}

/** JavaScript's encodeURIComponent, RFC 3986 to the letter (Python, Go), and forms, where a space is `+`; hex digits in either case. */
function urlEncoded(value: Buffer): readonly string[] {
  const strict = percent(value, /[A-Za-z0-9_.~-]/)
  const form = percent(value, /[A-Za-z0-9*_.-]/).replaceAll('%20', '+')
  const upper = [percent(value, /[A-Za-z0-9_.~!*'()-]/), strict, strict.replaceAll('%20', '+'), form]
  return upper.flatMap(text => [text, text.replace(HEX_PAIR, pair => pair.toLowerCase())])
}

/** As JSON.stringify writes it, with `\/` (PHP), with `\u00e4` for what is no ASCII (Python), with `\u0026` (Go). */
function jsonEscaped(value: Buffer): readonly string[] {
  const plain = JSON.stringify(value.toString('utf8')).slice(1, -1)
  const unicode = (text: string, which: RegExp): string =>
    text.replace(which, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const ascii = unicode(plain, /[\u0080-\uffff]/g)
  const variants = [plain, ascii].flatMap(text => [text, text.replaceAll('/', '\\/'), unicode(text, /[<>&]/g)])
  return variants.map(text => Buffer.from(text, 'utf8').toString('latin1'))
}
