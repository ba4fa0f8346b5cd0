let table: Int32Array | undefined

/** CRC-32 as of zlib and PNG (reflected, polynomial 0xEDB88320). Of ASCII text: keys hold nothing else. Unsigned. node:zlib has one too, but it would be loaded for this alone. */
export function crc32(text: string): number {
  table ??= makeTable()
  let sum = -1
  for (let i = 0; i < text.length; i++) sum = (sum >>> 8) ^ table[(sum ^ text.charCodeAt(i)) & 0xff]!
  return (sum ^ -1) >>> 0
}

/** When the first sum is asked for: a commit hook asks for none. */
function makeTable(): Int32Array {
  const made = new Int32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    made[byte] = value
  }
  return made
}
