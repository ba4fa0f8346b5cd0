/** Characters of base64 that take part in the bytes before: none, two, three. */
export const LEAD = [0, 2, 3] as const

/** Four characters stand in each 16 MB of base64 by chance, in each 500 kB one of thirty: the fifth is worth a second literal. */
const SHORTEST_BASE64 = 5
/** First bits of a digit or sign, and of a letter: one of them follows a prefix. */
const NEXT_BYTES = ['0', 'a']

/** What base64 of any text contains that has `shift` bytes of a group of three before `text`. One of them is there if `text` goes on. */
export function base64Literals(text: string, shift: number): readonly string[] {
  const literal = encode(text, shift, 0)
  if (literal.length >= SHORTEST_BASE64) return [literal]
  return NEXT_BYTES.map(next => encode(text + next, shift, 6))
}

/** Of what goes on, so many bits are left to whatever comes. */
function encode(text: string, shift: number, freeBits: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text, 'latin1')])
  return bytes.toString('base64').slice(LEAD[shift]!, Math.floor((bytes.length * 8 - freeBits) / 6))
}

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')]
const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0')

export function hexLiteral(text: string): string {
  return bytesOf(text).map(hexOf).join('')
}

/** Every byte written as `%67`, `\x67`, `\u0067`, `&#x67;`. */
export function escapedLiteral(text: string, before: string, after = ''): string {
  return bytesOf(text)
    .map(byte => before + hexOf(byte) + after)
    .join('')
}

/** `&#103;&#104;` */
export function decimalEntities(text: string): string {
  return bytesOf(text)
    .map(byte => `&#${byte};`)
    .join('')
}

/** Little endian without the last zero: big endian holds it as well. */
export function utf16Literal(text: string): string {
  return [...text].join('\0')
}
