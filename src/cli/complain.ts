let complained = false

/** Was anything written to standard error? It may still be on its way. */
export function hasComplained(): boolean {
  return complained
}

/** Writes to standard error. Where nobody reads it, a message concerns nobody. The stream is made at the first word: a clean scan needs none. */
export function complain(text: string): void {
  complained = true
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined)
  process.stderr.write(text)
}
