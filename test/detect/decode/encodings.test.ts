import { describe, expect, test } from 'vitest'
import { makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { fingerprint } from '../../../src/findings/fingerprint.ts'
import { scan } from '../../../src/scan.ts'
import { ENCODINGS } from './encoded.ts'

const leak = makeLeak()

describe('a key is found', () => {
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    test(`in ${name}`, async () => {
      const report = await scan({ mode: 'stdin', directory: '.', text: Buffer.from(encode(leak)), withoutConfig: true })
      expect(report.findings.map(one => one.fingerprint)).toEqual([fingerprint('secret', leak)])
      expect(report.notScanned).toEqual([])
      expect(report.findings[0]!.places[0]!.encoding).not.toHaveLength(0)
    })
  }
})
