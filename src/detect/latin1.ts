/** Bytes as text, one character a byte, so that offsets in the text are offsets in the bytes. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}
