import { env } from 'node:process'

/** `KEYSCAN_ENGINE=cat-file` has git read every object in full: for comparing both ways, and for whoever suspects the direct one. */
export function directEngine(): boolean {
  return env.KEYSCAN_ENGINE !== 'cat-file'
}
