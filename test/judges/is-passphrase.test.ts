import { describe, expect, it } from 'vitest'
import { isPassphrase } from '../../src/judges/is-passphrase.ts'

describe('a phrase that somebody chose', () => {
  it.each(['correct-horse-battery', 'quartz_violin_ocean', 'Purple-Otter-Lantern', 'purple otter lantern kettle'])(
    'is %s',
    value => expect(isPassphrase(value)).toBe(true),
  )

  it.each([
    'redis-master-credentials',
    'wildcard-example-tls',
    'must not be blank',
    'spring.datasource.password',
    'purple-otter',
    'purple-purple-purple',
    'purple-otter_lantern',
    'Purple-otter-lantern',
    'purple-otter-lanternPassword',
  ])('is not %s', value => expect(isPassphrase(value)).toBe(false))

  it('may have a word of names where a password is likely', () => {
    expect(isPassphrase('funny-access-winter')).toBe(false)
    expect(isPassphrase('funny-access-winter', 1)).toBe(true)
    expect(isPassphrase('funny-secret-winter', 1)).toBe(false)
  })
})
