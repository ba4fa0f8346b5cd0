import type { Secret } from '../types.ts'
import type { ReporterOptions } from './reporter.ts'

/** The one place where a reporter shows a secret, and only to who asked for it by name. */
export function showSecret(secret: Secret, { showSecrets }: Pick<ReporterOptions, 'showSecrets'>): string {
  return showSecrets ? secret.reveal() : secret.redacted
}
