const KIB = 1024
const MIB = 1024 * 1024

/** Why an object was left out, and what to do about it. */
export function tooLarge(size: number, maxBytes: number): string {
  return `${inUnits(size)}, larger than ${inUnits(maxBytes)}; raise limits.blob-bytes`
}

function inUnits(bytes: number): string {
  if (bytes < KIB) return `${bytes} bytes`
  return bytes < MIB ? `${(bytes / KIB).toFixed(1)} KiB` : `${(bytes / MIB).toFixed(1)} MiB`
}
