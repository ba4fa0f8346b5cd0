import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../src/judges/checksum/checks.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { makeCase } from '../make-case.ts'

/** Made by code that was written apart from the checks: each is the other's test. */
const SUMMED: readonly (readonly [string, readonly string[]])[] = [
  ['github', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'npm_']],
  ['gitlab', ['glpat-', 'glrt-', 'gldt-']],
  ['grafana', ['']],
  ['cloudflare', ['cfk_', 'cfut_', 'cfat_']],
  ['zuplo', ['']],
  ['atlassian', ['ATBB', 'ATATT3x', 'ATCTT3x']],
  ['confluent', ['']],
  ['azure-storage', ['']],
  ['age', ['']],
]

function says(name: string, secret: string) {
  return CHECKS.get(name)?.(secret, makeCase(secret))
}

/** One character in the body replaced by another of its alphabet: what sums are for. */
function mistype(secret: string, at: number): string {
  const character = secret[at]!
  const other = character === 'Q' ? 'P' : character === 'q' ? 'p' : /[A-Z]/.test(character) ? 'Q' : 'q'
  return secret.slice(0, at) + other + secret.slice(at + 1)
}

describe.each(SUMMED)('checksum %s', (name, prefixes) => {
  it.each(prefixes)('holds for %s… as its maker makes it, and not when mistyped', prefix => {
    for (let seed = 1; seed <= 40; seed++) {
      const secret = expandSample(`{sum:${name}:${prefix}}`, seed)
      expect(says(name, secret)).toMatchObject({ says: 'confirm', verdict: { checksum: 'valid' } })
      // Past every prefix, before every sum, whatever the length.
      const wrong = mistype(secret, 17 + (seed % 8))
      expect(says(name, wrong)).toMatchObject({ says: 'doubt', verdict: { checksum: 'invalid' } })
    }
  })

  it('says nothing of another form', () => {
    expect(says(name, 'something-else-altogether')).toBeUndefined()
    expect(says(name, '')).toBeUndefined()
  })
})

describe('forms without a sum', () => {
  it.each([
    ['github', `${'ghs'}_${'a1'.repeat(80)}`],
    ['github', `${'github'}_pat_${'a1'.repeat(40)}`],
    ['gitlab', `${'glpat'}-${'aB3x'.repeat(5)}`],
    ['azure-storage', `${'aB3x'.repeat(21)}ab==`],
  ])('%s says nothing', (name, secret) => expect(says(name, secret)).toBeUndefined())
})
