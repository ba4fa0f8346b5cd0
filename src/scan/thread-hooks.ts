import type { HistoryThreadHooks, SensitiveNames } from '../types.ts'
import type { Examiner } from './examine.ts'

/** What every thread asks that looks at a history. */
export function threadHooks(examiner: Examiner, names: SensitiveNames): HistoryThreadHooks {
  return {
    inspector: examiner.inspector,
    ...names,
    isTellingName(bytes) {
      const { found, allowed } = examiner.candidatesIn({ kind: 'name', bytes })
      return found.length + allowed.length > 0
    },
  }
}
