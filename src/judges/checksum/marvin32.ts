/** The two halves of the state after one block of four bytes. */
function mix(low: number, high: number, block: number): [number, number] {
  let lo = (low + block) | 0
  let hi = high ^ lo
  lo = (((lo << 20) | (lo >>> 12)) + hi) | 0
  hi = ((hi << 9) | (hi >>> 23)) ^ lo
  lo = (((lo << 27) | (lo >>> 5)) + hi) | 0
  hi = (hi << 19) | (hi >>> 13)
  return [lo, hi]
}

/**
 * Microsoft's Marvin32, the sum inside its identifiable keys. The seed is eight characters, read most significant
 * first ("Default0"). Test vectors: dotnet/runtime, MarvinTests.cs.
 */
export function marvin32(bytes: Uint8Array, seed: string): number {
  const view = Buffer.from(seed, 'latin1')
  let lo = view.readInt32BE(4)
  let hi = view.readInt32BE(0)
  const whole = bytes.length & ~3
  for (let i = 0; i < whole; i += 4) {
    const block = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    ;[lo, hi] = mix(lo, hi, block)
  }
  // What is left over, closed by 0x80 above it.
  let last = 0x80
  for (let i = bytes.length - 1; i >= whole; i--) last = (last << 8) | bytes[i]!
  ;[lo, hi] = mix(lo, hi, last)
  ;[lo, hi] = mix(lo, hi, 0)
  return (lo ^ hi) >>> 0
}
