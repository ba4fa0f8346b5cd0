import { describe, expect, it } from 'vitest'
import { grafanaCloud } from '../../../src/judges/checksum/grafana-cloud.ts'
import { jfrog } from '../../../src/judges/checksum/jfrog.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { makeCase } from '../make-case.ts'

const NOW = Date.parse('2025-01-01T00:00:00Z')

describe('JFrog reference token', () => {
  const token = (text: string) => Buffer.from(expandSample(text, 4)).toString('base64')
  it.each([
    ['confirm', token('reftkn:01:0000000000:{alnum:27}')],
    ['confirm', token(`reftkn:01:${NOW / 1000 + 60}:{alnum:27}`)],
    ['lower', token(`reftkn:01:${NOW / 1000 - 60}:{alnum:27}`)],
    ['doubt', expandSample('cmVmdGtuOj{alnum:54}', 4)],
    [undefined, expandSample('AKCp{alnum:69}', 4)],
  ])('says %s of %#', (says, secret) => expect(jfrog(secret, makeCase(secret), NOW)?.says).toBe(says))
})

describe('Grafana Cloud token', () => {
  const token = (claims: unknown) => `glc_${Buffer.from(JSON.stringify(claims)).toString('base64')}`
  it('tells the organisation', () => {
    const secret = token({ o: '123456', n: 'a-name', k: 'x'.repeat(24), m: { r: 'eu' } })
    expect(grafanaCloud(secret, makeCase(secret))).toMatchObject({
      says: 'confirm',
      verdict: { structure: 'valid', organisation: '123456' },
    })
  })
  it.each([
    ['lower', token({ o: '1', n: 'without a key' })],
    ['lower', `glc_eyJ${'a1B2'.repeat(20)}`],
    [undefined, 'glsa_x'],
  ])('says %s of %#', (says, secret) => expect(grafanaCloud(secret, makeCase(secret))?.says).toBe(says))
})
