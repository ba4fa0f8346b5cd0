import { scan } from '../../../src/scan.ts'

/** `rule inside:line:column by encoding, encoding`, and what was not scanned. */
export async function foundIn(content: string | Uint8Array, name = 'file.txt'): Promise<readonly string[]> {
  const text = Buffer.from(content)
  const report = await scan({ mode: 'stdin', directory: '.', name, text, withoutConfig: true })
  return [
    ...report.findings.flatMap(({ ruleId, places }) =>
      places.map(({ inside, line, column, encoding = [] }) =>
        `${ruleId} ${inside === undefined ? '' : `${inside}:`}${line}:${column} ${encoding.join(' ')}`.trim(),
      ),
    ),
    ...report.notScanned.map(({ what, why }) => `${what}: ${why}`),
  ]
}
