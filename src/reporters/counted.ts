/** `1 file`, `1,234 files`. Without Intl, which takes 10 ms to come up: as long as all the rest of a small scan. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${count === 1 ? noun : plural}`
}
