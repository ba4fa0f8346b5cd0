/** What a decoded path that holds escapes looks like; a path that really is spelt so gets its backslashes doubled. */
const LOOKS_ESCAPED = /\\x[0-9a-f]{2}/

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * A path as git stores it (bytes, nearly always UTF-8) as text. Bytes that are no UTF-8 become `\xff`, and in such paths
 * a backslash becomes two. Lossless: two paths never give the same text, and the text says what the bytes are.
 * `caf\xe9.txt` is the latin1 file `café.txt`.
 */
export function decodePath(bytes: Uint8Array): string {
  const text = decodeStrictly(bytes)
  if (text === undefined) return escapeInvalid(bytes)
  return LOOKS_ESCAPED.test(text) ? text.replaceAll('\\', '\\\\') : text
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch (cause) {
    if (cause instanceof TypeError) return undefined
    throw cause
  }
}

function escapeInvalid(bytes: Uint8Array): string {
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at]!)
    const character = decodeStrictly(bytes.subarray(at, at + length))
    if (character === undefined || character === '') {
      text += `\\x${bytes[at]!.toString(16).padStart(2, '0')}`
      at += 1
    } else {
      text += character === '\\' ? '\\\\' : character
      at += length
    }
  }
  return text
}

/** Bytes of the UTF-8 sequence that this byte would lead. */
function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}
