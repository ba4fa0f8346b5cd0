/** As numbers of several bytes are in WebAssembly, and in all that is made when keyscan is built. */
export function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}
