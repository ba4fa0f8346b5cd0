/** Eight lower-case digits, most significant byte first. */
export function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
