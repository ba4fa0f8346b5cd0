import { describe, expect, it } from 'vitest'
import { base58check } from '../../../src/judges/checksum/base58check.ts'
import { bip39 } from '../../../src/judges/checksum/bip39.ts'
import { CHECKS } from '../../../src/judges/checksum/checks.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { makeCase } from '../make-case.ts'

/** Made by code that was written apart from the checks: each is the other's test. */
const MADE: readonly (readonly [check: string, form: string])[] = [
  ['bech32', 'nsec'],
  ['bech32', 'suiprivkey'],
  ['base58check', 'wif'],
  ['base58check', 'wif-long'],
  ['base58check', 'xprv'],
  ['base58check', 'ripple'],
  ['base58check', 'tezos'],
  ['stellar', ''],
]

const swapped = (text: string, at: number) => {
  const other = [...text.slice(at + 1)].findIndex(character => character !== text[at]) + at + 1
  return text.slice(0, at) + text[other] + text.slice(at + 1, other) + text[at] + text.slice(other + 1)
}

describe.each(MADE)('checksum %s of %s', (check, form) => {
  it('holds as its maker makes it, and not when two characters are swapped', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const secret = expandSample(`{sum:${check}:${form}}`, seed)
      const says = (text: string) => CHECKS.get(check)?.(text, makeCase(text))?.says
      expect([secret.length, says(secret)]).toEqual([secret.length, 'confirm'])
      expect(says(swapped(secret, 15 + (seed % 8)))).toBe('doubt')
    }
  })
  it('says nothing of another form', () => {
    for (const text of ['', 'something else', '0OIl0OIl0OIl0OIl0OIl0OIl0OIl0OIl']) {
      expect(CHECKS.get(check)?.(text, makeCase(text))).toBeUndefined()
    }
  })
})

describe('addresses of wallets', () => {
  // https://en.bitcoin.it/wiki/Wallet_import_format: of the key 0C28FCA3…AA1D.
  it('WIF as its wiki explains it', () => {
    const wif = ['5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ', '1jvhTVqvbTLvyTJ'].join('')
    expect(base58check(wif, makeCase(wif))?.says).toBe('confirm')
  })
})

describe('recovery words', () => {
  // https://github.com/trezor/python-mnemonic/blob/master/vectors.json, which BIP 39 names.
  const right = [
    `${'abandon '.repeat(11)}about`,
    `${'zoo '.repeat(11)}wrong`,
    `${'letter advice cage absurd amount doctor acoustic avoid '.repeat(2)}${'letter advice cage absurd amount doctor acoustic bless'}`,
    `${'legal winner thank year wave sausage worth useful '.repeat(1)}legal winner thank yellow`,
  ]
  it.each(right)('confirms %#', words => expect(bip39(words, makeCase(words))?.says).toBe('confirm'))

  it('doubts words in another order', () => {
    const words = right[3]!.split(' ').reverse().join(' ')
    expect(bip39(words, makeCase(words))?.says).toBe('doubt')
  })

  it.each(['abandon '.repeat(11), `${'abandon '.repeat(11)}qqqq`, 'abandon about'])('says nothing of %#', words =>
    expect(bip39(words, makeCase(words))).toBeUndefined(),
  )
})
