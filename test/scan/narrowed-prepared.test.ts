import { expect, test } from 'vitest'
import { LEAK_RULE, makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { DEFAULT_CONFIG } from '../../src/config/config.ts'
import { createDetector } from '../../src/detect/create-detector.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { expandSample } from '../../src/ruleset/samples.ts'
import { rulesInForce } from '../../src/scan/rules-in-force.ts'
import type { RuleSet } from '../../src/types.ts'

/** A built-in set as it is loaded, and one of which nothing was made when keyscan was built. */
const builtIn = loadRules()
const bare: RuleSet = { rules: builtIn.rules, hash: builtIn.hash }
const leaky = builtIn.rules.find(({ id }) => id === LEAK_RULE)!
const own = { ...leaky, id: 'own-token', specificity: leaky.specificity + 1 }

const texts = [
  ...[1, 2, 3].map(number => `token = "${makeLeak(number)}"\n`),
  ...['password', 'db_password', 'API_KEY', 'client_secret', 'auth-token'].flatMap((name, i) => [
    `${name} = '${expandSample('{alnum:24}', i)}'\n`,
    `{"${name}": "${expandSample('{hex:32}', i)}"}\n`,
  ]),
]
const bytes = Buffer.from(texts.join(`${'filling '.repeat(100)}\n`))

function idsIn(set: RuleSet, config: object, only: readonly string[]): readonly string[] {
  const detector = createDetector(rulesInForce(set, { ...DEFAULT_CONFIG, ...config }, only))
  return [...texts.map(text => Buffer.from(text)), bytes].flatMap((one, i) =>
    detector
      .detect({ bytes: one })
      .map(({ rule, start, end }) => `${i} ${rule.id} ${start} ${end}`)
      .sort(),
  )
}

const met = [...new Set(idsIn(builtIn, {}, []).map(line => line.split(' ')[1]!))].sort()

test.each([
  ['rules are disabled', { disabledRules: met.slice(0, 2) }, []],
  ['mild ones are left out', { minSeverity: 'high' }, []],
  ['one is asked for', {}, [met.at(-1)!]],
  ['there is one more', { rules: [own] }, []],
  ['one takes the place of another', { rules: [{ ...own, id: LEAK_RULE }], disabledRules: met.slice(0, 1) }, []],
] as const)('the same matches, whatever was made before: %s', (_, config, only) => {
  const found = idsIn(builtIn, config, only)
  expect(found).toEqual(idsIn(bare, config, only))
  expect(found.length).toBeGreaterThan(0)
})
