/** CRC-32 as of zlib and PNG (reflected, polynomial 0xEDB88320). Of ASCII text: keys hold nothing else. */
const TABLE = new Int32Array(256)
for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  TABLE[byte] = value
}

/** Unsigned. node:zlib has one too, but it would be loaded for this alone. */
export function crc32(text: string): number {
  let sum = -1
  for (let i = 0; i < text.length; i++) sum = (sum >>> 8) ^ TABLE[(sum ^ text.charCodeAt(i)) & 0xff]!
  return (sum ^ -1) >>> 0
}
