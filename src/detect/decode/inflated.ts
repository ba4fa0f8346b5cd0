import type { Encoded } from './decoded.ts'
import { MAX_ENTRY_BYTES, MAX_RATIO, RATIO_COUNTS_FROM } from './limits.ts'

const TOO_LONG = 'ERR_BUFFER_TOO_LARGE'

/** `inflate`, held to what may be spent. What is not read is said; undefined then. `compressed`: how many bytes it is made of. */
export function inflated(
  { budget, isFile }: Encoded,
  what: string,
  compressed: number,
  inflate: (maxOutputLength: number) => Uint8Array,
  largest = MAX_ENTRY_BYTES,
): Uint8Array | undefined {
  const byRatio = Math.max(RATIO_COUNTS_FROM, compressed * MAX_RATIO)
  const most = Math.min(largest, byRatio, budget.bytes)
  if (most <= 0) {
    budget.unread.push({ what, why: 'the archives of this file hold more than is unpacked of one' })
    return undefined
  }
  try {
    const content = inflate(most)
    budget.bytes -= content.length
    return content
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === TOO_LONG
    if (tooLong) {
      budget.bytes -= most
      budget.unread.push({ what, why: whyTooLong(most, byRatio, largest) })
    } else if (isFile) {
      budget.unread.push({ what, why: 'damaged: what it holds cannot be unpacked' })
    }
    return undefined
  }
}

function whyTooLong(most: number, byRatio: number, largest: number): string {
  if (most === largest) return `more than ${largest} bytes when unpacked`
  return most === byRatio
    ? `more than ${MAX_RATIO} times as large when unpacked`
    : 'the archives of this file hold more than is unpacked of one'
}
