import { availableParallelism } from 'node:os'

/** With more threads reading the pack and memory become what is waited for. */
const MOST = 8

/** How many threads share the work where nobody says, the present one included. */
export function usualThreads(): number {
  return Math.min(availableParallelism(), MOST)
}
