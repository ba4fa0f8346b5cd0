import { latin1 } from '../../latin1.ts'
import { utf8FromLatin1 } from '../../utf8-from-latin1.ts'
import type { Decoded, Encoded, MarkHit } from '../decoded.ts'

/** etcd takes objects of at most 1.5 MB: https://kubernetes.io/docs/concepts/configuration/secret/#restriction-data-size */
const LONGEST_MANIFEST = 2 * 1024 * 1024
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** An entry of `data`: its key, and its value with where that stands. */
interface Entry {
  readonly key: string
  readonly start: number
  readonly end: number
}

const indentOf = (line: string): number => /^[ -]*/.exec(line)![0].length

/** Lines of the manifest that the mark is in, up to the `---` either side. */
function manifestAround(bytes: Uint8Array, position: number): readonly [text: string, start: number] {
  const from = Math.max(0, position - LONGEST_MANIFEST)
  const text = latin1(bytes, from, Math.min(bytes.length, position + LONGEST_MANIFEST))
  const before = text.slice(0, position - from)
  const start = Math.max(before.lastIndexOf('\n---'), 0)
  const end = text.indexOf('\n---', position - from)
  return [text.slice(start, end < 0 ? undefined : end), from + start]
}

/** `  key: dmFsdWU=`, quoted or not, or a block of lines behind `|` or `>`. */
const YAML_ENTRY =
  /^([ -]*)["']?([\w.-]{1,253})["']?:[ \t]+(?:([|>][+-]?)[ \t]*|["']?([A-Za-z0-9+/]+={0,2})["']?[ \t]*(?:#.*)?)$/

function* yamlEntries(text: string, base: number, kindAt: number): Generator<Entry> {
  const level = indentOf(text.slice(text.lastIndexOf('\n', kindAt) + 1))
  let at = 0
  let inData = false
  let block: { key: string; indent: number; start: number; end: number } | undefined
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '')
    const indent = indentOf(line)
    const isEmpty = line.trim() === ''
    if (block && !isEmpty && indent > block.indent) {
      if (block.start < 0) block.start = at + indent
      block.end = at + line.trimEnd().length
    } else if (!isEmpty) {
      if (block && block.start >= 0) yield { key: block.key, start: base + block.start, end: base + block.end }
      block = undefined
      const entry = inData && indent > level ? YAML_ENTRY.exec(line) : undefined
      if (entry?.[3]) block = { key: entry[2]!, indent, start: -1, end: -1 }
      else if (entry?.[4]) {
        const start = base + at + line.lastIndexOf(entry[4])
        yield { key: entry[2]!, start, end: start + entry[4].length }
      }
      if (indent <= level) inData = indent === level && /^[ -]*["']?data["']?:[ \t]*(?:#.*)?$/.test(line)
    }
    at += raw.length + 1
  }
  if (block && block.start >= 0) yield { key: block.key, start: base + block.start, end: base + block.end }
}

const JSON_DATA = /"data"\s{0,40}:\s{0,40}\{([^{}]{0,1500000})\}/g
const JSON_ENTRY = /"([\w.-]{1,253})"\s{0,40}:\s{0,40}"([A-Za-z0-9+/]+={0,2})"/g

function* jsonEntries(text: string, base: number): Generator<Entry> {
  for (const data of text.matchAll(JSON_DATA)) {
    for (const entry of data[1]!.matchAll(JSON_ENTRY)) {
      const end = base + data.index + data[0].length - 1 - data[1]!.length + entry.index + entry[0].length - 1
      yield { key: entry[1]!, start: end - entry[2]!.length, end }
    }
  }
}

/** Text, not the keystore or the certificate that a Secret may hold as well. */
function isPrintable(text: string): boolean {
  return !/[\0-\x08\x0e-\x1f\x7f]/.test(text) && !utf8FromLatin1(text).includes('\ufffd')
}

const QUOTES = ['"', "'", '`']

/** The value as a person would have assigned it: `password: "…"`. So the rules for names and values judge it. */
function* decodedEntry(bytes: Uint8Array, { key, start, end }: Entry): Generator<Decoded> {
  const places: number[] = []
  let text = ''
  for (let at = start; at < end; at++) {
    const character = String.fromCharCode(bytes[at]!)
    if (/\s/.test(character)) continue
    places.push(at)
    text += character
  }
  if (!BASE64.test(text)) return
  const value = Buffer.from(text, 'base64').toString('latin1')
  if (!isPrintable(value)) return
  const outerOf = (from: number, to: number): readonly [number, number] => [
    places[Math.min(Math.floor((from * 8) / 6), places.length - 1)]!,
    places[Math.min(Math.max(Math.ceil((to * 8) / 6) - 1, 0), places.length - 1)]! + 1,
  ]
  yield { encoding: 'base64', bytes: Buffer.from(value, 'latin1'), outer: outerOf, name: key, isText: true }
  const trimmed = value.trim()
  const quote = QUOTES.find(one => !trimmed.includes(one))
  if (trimmed === '' || /\s/.test(trimmed) || quote === undefined) return
  const head = `${key}: ${quote}`
  const lead = value.indexOf(trimmed) - head.length
  const assigned = Buffer.from(`${head}${trimmed}${quote}\n`, 'latin1')
  const outer = (from: number, to: number): readonly [number, number] =>
    outerOf(Math.max(from + lead, 0), Math.max(Math.min(to + lead, value.length), 0))
  yield { encoding: 'base64', bytes: assigned, outer, isText: true }
}

/** Values of a Secret are base64, which hides them from nobody: https://kubernetes.io/docs/concepts/configuration/secret/ */
export function* kubernetes({ bytes }: Encoded, hits: readonly MarkHit[]): Generator<Decoded> {
  for (const { mark, position } of hits) {
    const [text, start] = manifestAround(bytes, position)
    const entries = mark.text.startsWith('"') ? jsonEntries(text, start) : yamlEntries(text, start, position - start)
    for (const entry of entries) yield* decodedEntry(bytes, entry)
  }
}
