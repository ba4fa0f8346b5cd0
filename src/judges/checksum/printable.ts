/** Room enough for an issuer's address; what stands in a verdict goes to terminals and reports. */
const LONGEST = 120

/** A decoded text as it may stand in a verdict: no control characters, bounded; `undefined` for anything else than text. */
export function printable(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  const clean = value.replace(/[^\x20-\x7e\u00a0-\u{10ffff}]/gu, ' ').trim()
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean || undefined
}
