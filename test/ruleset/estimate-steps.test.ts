import { describe, expect, it } from 'vitest'
import { MAX_STEPS } from '../../src/ruleset/compile-pattern.ts'
import { estimateSteps } from '../../src/ruleset/estimate-steps.ts'
import { isAmbiguousLoop } from '../../src/ruleset/is-ambiguous-loop.ts'
import { patternLength } from '../../src/ruleset/pattern-length.ts'
import { readSource } from './read-source.ts'

function steps(pattern: string): number {
  const node = readSource(pattern)
  return estimateSteps(node, patternLength(node).max).steps
}

describe('isAmbiguousLoop', () => {
  it.each([
    'a{1,9}',
    '(?:a|a)',
    '\\w{1,50}\\s?',
    'a?b?',
    '(?:a{1,3}|b|ab)',
    '.{0,30}a',
    '(?:a|b|ab)',
    '(?:ab?){0,20}',
    'x(?:y|yx)?',
    '(?:\\w|\\d)',
  ])('going round %s can match one text in two ways', pattern => {
    expect(isAmbiguousLoop(readSource(pattern))).toBe(true)
  })

  it.each([
    '[a-z]{1,63}\\.',
    '\\r?\\n[^\\r\\n]{0,90}',
    '[a-z]|-(?!-)',
    '(?:foo|bar)',
    '"(?:[^"\\\\]|\\\\.){0,40}",',
    ',[0-9]{1,3}',
    'a{5}b',
  ])('going round %s matches one text in one way', pattern => {
    expect(isAmbiguousLoop(readSource(pattern))).toBe(false)
  })
})

describe('estimateSteps', () => {
  it.each(['(a{1,50}){1,50}', '(?:a|a){1,99}', '(\\w{1,50}\\s?){1,50}', '(?:[^,]{0,99}){9,20}x'])(
    'refuses the loop in %s',
    pattern => {
      expect(() => steps(pattern)).toThrow(/slow: .*two ways/)
    },
  )

  it.each([
    '(?:a|a)'.repeat(24),
    `${'(?:ab)?'.repeat(30)}c`,
    `${'x?'.repeat(30)}y`,
    '[a-z]{0,60}[a-z0-9]{0,60}[a-z.]{0,60}[a-z]{0,60}x',
    '(?:\\w{1,50}[.-]?){1,5}@',
    // Found in a draft of a rule: 230 bytes of it took V8 more than a second.
    '-----BEGIN-----(?:[\\s\\\\rn]{1,40}(?:Version|Hash): [^\\r\\n\\\\]{0,200}){0,6}-----END',
    '(?=[a-z]{0,200}[a-z0-9]{0,200}[a-z]{0,200}[a-z]{0,200}x)a{9}',
  ])('finds %s slow', pattern => {
    expect(steps(pattern)).toBeGreaterThan(MAX_STEPS)
  })

  it.each([
    '(?<![\\w.-])[\\w.-]{0,40}password[\\w.-]{0,40}',
    'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20,74}(?![A-Za-z0-9])',
    '-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[A-Za-z0-9+/=\\s]{1,20000}-----END',
    '://[^\\s:@/]{0,100}:[^\\s@/]{1,200}@(?:[a-z0-9-]{1,63}\\.){0,9}[a-z]{2,20}',
    '(?:api|app|auth|access)[_-]?(?:key|keys|token)s?["\']?\\s{0,9}[:=]\\s{0,9}["\']?[\\w+/=-]{16,128}["\']?',
    'BEGIN(?:[a-z]|-(?!-)){0,9000}--',
    '-BEGIN-(?:(?!END)[\\s\\S]){0,4000}END',
  ])('finds %s quick', pattern => {
    expect(steps(pattern)).toBeLessThanOrEqual(MAX_STEPS)
  })

  it('counts starts only where the lookbehind in front allows them', () => {
    expect(steps('(?<!\\w)\\w{0,900}!')).toBeLessThan(2000)
    expect(steps('\\w{0,900}!')).toBeGreaterThan(500_000)
  })

  it('names the repeats that multiply', () => {
    const node = readSource('=[a-z]{0,400}[a-z0-9]{0,400}x')
    expect(estimateSteps(node, 800).runs).toEqual(['[a-z]{0,400}', '[a-z0-9]{0,400}'])
  })
})
