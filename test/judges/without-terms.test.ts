import { describe, expect, it } from 'vitest'
import { withoutTerms } from '../../src/judges/without-terms.ts'

describe('words of programs with a digit in them', () => {
  it.each([
    ['sha256_password', 'term_password'],
    ['render2FaUserSettings', 'renderTermUserSettings'],
    ['decryptionX509Credentials', 'decryptionTermCredentials'],
    ['S3Configuration', 'TermConfiguration'],
    ['kerberos_v5', 'kerberos_term'],
    ['base64-encoded', 'term-encoded'],
    ['802-11-wireless-security', 'term-wireless-security'],
  ])('%s reads as %s', (value, plain) => expect(withoutTerms(value)).toBe(plain))

  it.each(['pas3word', 's3cret', 'Dragon42Fire', 'kX9mS3wQ2zT7', 'walnut84'])('%s stays', value =>
    expect(withoutTerms(value)).toBe(value),
  )
})
