import { setFlagsFromString } from 'node:v8'

/** V8 11, that of Node 20, optimises a function once it has run some 67,000 bytes of its code, thrice. Later versions have a cheap compiler before the dear one. */
const V8_WITH_ONE_COMPILER = '11.'
const PATIENT = 1_000_000
const USUAL = 67_584

/**
 * Asks V8 to optimise later. Each thread is optimised anew, by threads of V8 that want the same cores: with as many threads as cores that costs more than
 * it brings in scans of seconds (expressjs/express 1.17 s to 1.03, vuejs/core 2.25 to 2.05), and makes no difference in longer ones.
 */
export function optimiseLater(): void {
  if (!process.versions.v8.startsWith(V8_WITH_ONE_COMPILER)) return
  setFlagsFromString(`--interrupt-budget=${PATIENT}`)
  // Before what was compiled is kept for the next start: V8 refuses what was made under other flags.
  process.prependOnceListener('exit', () => setFlagsFromString(`--interrupt-budget=${USUAL}`))
}
