import { NO_BYTES } from './byte-set.ts'
import type { Stop } from './step-graph.ts'

/**
 * For each stop: in how many ways it can be come to by one text because of choices and optional parts that overlap and meet again, such as
 * `(?:a|a)` or `(?:ab)?(?:ab)?`. How often runs can be cut differently is not in it.
 */
export function branchFactors(stops: readonly Stop[]): readonly number[] {
  const factors = stops.map(() => 1)
  const meets = new Map<number, boolean>()
  for (const [index, { next }] of stops.entries()) {
    const branches = [...next].filter(one => stops[one]!.ways === 1)
    for (const one of next) {
      const parallel = branches.includes(one)
        ? branches.filter(other => other === one || meetAgain(other, one)).length
        : 1
      factors[one] = Math.max(factors[one]!, factors[index]! * parallel)
    }
  }
  return factors

  function meetAgain(a: number, b: number): boolean {
    if ((stops[a]!.bytes & stops[b]!.bytes) === NO_BYTES) return false
    const pair = Math.min(a, b) * stops.length + Math.max(a, b)
    const known = meets.get(pair)
    if (known !== undefined) return known
    // Stops lead only to later ones, so that this comes to an end. A run may also stay where it is while the other goes on.
    const result = onward(a).some(x => onward(b).some(y => x === y || ((x !== a || y !== b) && meetAgain(x, y))))
    meets.set(pair, result)
    return result
  }

  function onward(stop: number): readonly number[] {
    return stops[stop]!.length > 1 ? [stop, ...stops[stop]!.next] : [...stops[stop]!.next]
  }
}
