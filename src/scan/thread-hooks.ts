import type { HistoryThreadHooks } from '../types.ts'
import type { Examiner } from './examine.ts'

/** What every thread asks that looks at a history. */
export function threadHooks(examiner: Examiner, isSensitiveName: (baseName: string) => boolean): HistoryThreadHooks {
  return {
    inspector: examiner.inspector,
    isSensitiveName,
    isTellingName(bytes) {
      const { found, allowed } = examiner.candidatesIn({ kind: 'name', bytes })
      return found.length + allowed.length > 0
    },
  }
}
