import type { Case } from '../types.ts'

/** The one place where judges see the secret itself. What they say of it must never hold it. */
export function secretOf(one: Case): string {
  return one.match.secret.reveal()
}
