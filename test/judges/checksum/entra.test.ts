import { describe, expect, it } from 'vitest'
import { entra } from '../../../src/judges/checksum/entra.ts'
import { marvin32 } from '../../../src/judges/checksum/marvin32.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { makeCase } from '../make-case.ts'

const DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~'

/** Microsoft's security-utilities: the first three of the six digits of the sum of all before them. */
function complete(body: string): string {
  const sum = marvin32(Buffer.from(body, 'latin1'), 'AadPwd00')
  const digit = (power: number) => DIGITS[Math.floor(sum / 66 ** power) % 66]!
  return body + digit(5) + digit(4) + digit(3)
}

describe('Entra client secret', () => {
  it('confirms where the sum holds', () => {
    const secret = complete(expandSample('{alnum:3}8Q~{alnum:31}', 5))
    expect(entra(secret, makeCase(secret))?.says).toBe('confirm')
  })

  it('never rejects', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const secret = expandSample('{sum:entra:}', seed)
      expect(['confirm', undefined]).toContain(entra(secret, makeCase(secret))?.says)
    }
  })
})
