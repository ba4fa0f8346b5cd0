import { latin1 } from '../../latin1.ts'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'

const BLOCK = 512
const MAGIC_AT = 257
const LONGEST_NAME = 1024

function cString(bytes: Uint8Array, start: number, length: number): string {
  const text = latin1(bytes, start, start + length)
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}

/** Octal digits; GNU writes larger numbers in binary, with the first bit set. */
function numberAt(bytes: Uint8Array, start: number, length: number): number {
  if ((bytes[start]! & 0x80) === 0) return Number.parseInt(cString(bytes, start, length).trim() || '0', 8)
  let value = bytes[start]! & 0x7f
  for (let at = start + 1; at < start + length; at++) value = value * 256 + bytes[at]!
  return value
}

/** The sum of the header's bytes, its own place read as spaces. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  let sum = 0
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : bytes[at + i]!
  return sum === numberAt(bytes, at + 148, 8)
}

/** `30 path=a/b.txt` lines. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
function paxPath(text: string): string | undefined {
  return /(?:^|\n)\d{1,6} path=([^\n]*)\n/.exec(text)?.[1]
}

function headerName(bytes: Uint8Array, at: number): string {
  const prefix = cString(bytes, at + 345, 155)
  const name = cString(bytes, at, 100)
  return prefix === '' || latin1(bytes, at + MAGIC_AT, at + MAGIC_AT + 6) !== 'ustar\0' ? name : `${prefix}/${name}`
}

const readable = (name: string): string =>
  Buffer.from(name, 'latin1').toString('utf8').replace(/^\.\//, '').slice(0, LONGEST_NAME)

/** Files of a tar archive, one after another. */
export function* tar({ bytes, budget }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  if (!hits.some(({ position }) => position === MAGIC_AT)) return
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= bytes.length && isHeader(bytes, at); ) {
    const size = numberAt(bytes, at + 124, 12)
    const start = at + BLOCK
    if (!Number.isSafeInteger(size) || size < 0) return
    const end = Math.min(start + size, bytes.length)
    const type = String.fromCharCode(bytes[at + 156]!)
    const name = readable(longName ?? headerName(bytes, at))
    if (type === 'L' || type === 'x') {
      const text = latin1(bytes, start, Math.min(end, start + 8 * LONGEST_NAME))
      longName = (type === 'L' ? text.split('\0', 1)[0]! : paxPath(text)) ?? longName
    } else if (type !== 'g') {
      longName = undefined
      if (start + size > bytes.length) budget.unread.push({ what: name, why: 'the archive ends before this file does' })
      if ((type === '0' || type === '\0' || type === '7') && end > start) {
        if (budget.entries-- <= 0) {
          budget.unread.push({ what: name, why: 'this archive holds more files than are unpacked' })
          return
        }
        yield { encoding: 'tar', bytes: bytes.subarray(start, end), inside: name, isText: true }
      }
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
}
