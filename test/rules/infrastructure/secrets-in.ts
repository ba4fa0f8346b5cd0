import { scanText } from '../../../src/scan-text.ts'

/** The secrets that are reported of a file, all rules and judges asked. */
export async function secretsIn(path: string, text: string): Promise<readonly string[]> {
  const findings = await scanText(text, { path })
  return findings.flatMap(({ secret }) => (secret ? [secret.reveal()] : []))
}
