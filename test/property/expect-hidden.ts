import { expect } from 'vitest'
import { FORMAT_NAMES } from '../../src/reporters/formats.ts'
import { renderReport } from '../../src/reporters/render-report.ts'
import { type ScanOptions, scan } from '../../src/scan.ts'
import { showing } from './forbidden-pieces.ts'

const PLAIN = { colour: false, columns: 80, verbose: false, quiet: false, showSecrets: false }
const VARIANTS = [
  PLAIN,
  { ...PLAIN, colour: true, verbose: true, columns: 200 },
  { ...PLAIN, quiet: true, columns: 40 },
]

/** Of these scans no format shows any of the pieces. */
export async function expectHidden(scans: readonly ScanOptions[], forbidden: ReadonlySet<string>): Promise<void> {
  for (const options of scans) {
    const report = await scan(options)
    for (const format of FORMAT_NAMES) {
      // What people do not read is the same however wide the terminal is.
      const texts = new Set<string>()
      for (const variant of VARIANTS) texts.add(await renderReport(format, report, variant))
      for (const text of texts) {
        const shown = showing(text, forbidden)
        if (shown !== undefined) expect.fail(`${JSON.stringify({ ...options, text: '' })} ${format}: ${shown}`)
      }
    }
  }
}
