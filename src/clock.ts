import { uptime } from 'node:process'

/** Milliseconds on a clock that only goes on. `performance` would be loaded for it, which takes a commit hook two of them. */
export function clock(): number {
  return uptime() * 1000
}
