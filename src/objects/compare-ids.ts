/** Which of two ids comes first: negative, 0 or positive. As bytes, where they stand: no view is made of so few. */
export function compareIds(a: Uint8Array, atA: number, b: Uint8Array, atB: number, idBytes: number): number {
  for (let i = 0; i < idBytes; i++) {
    const difference = a[atA + i]! - b[atB + i]!
    if (difference !== 0) return difference
  }
  return 0
}
