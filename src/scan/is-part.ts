import type { ScanOptions } from '../scan.ts'

/** Not everything that the repository holds is asked for: how much it is turns out when git has listed it. */
export function isPart({ mode, since, branch, reachableOnly }: ScanOptions): boolean {
  return mode === 'range' || since !== undefined || branch !== undefined || reachableOnly === true
}
