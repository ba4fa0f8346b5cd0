import { scan } from './scan.ts'
import type { Confidence, Finding } from './types.ts'

export interface ScanTextOptions {
  /** The path to judge the text by: `.env`, `deploy.yaml`, `test/fixture.ts`. */
  readonly path?: string
  /** Default: medium. */
  readonly minConfidence?: Confidence
}

/** Findings in a text. Reads no file and no configuration. */
export async function scanText(text: string, options: ScanTextOptions = {}): Promise<readonly Finding[]> {
  const { path, minConfidence } = options
  const report = await scan({
    mode: 'stdin',
    directory: '.',
    text: Buffer.from(text),
    withoutConfig: true,
    ...(path !== undefined && { name: path }),
    ...(minConfidence && { minConfidence }),
  })
  return report.findings
}
