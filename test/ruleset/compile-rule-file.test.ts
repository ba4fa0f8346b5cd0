import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors/usage-error.ts'
import { compileRuleFile } from '../../src/ruleset/compile-rule-file.ts'

const HEAD = `[provider]
id = "acme"
name = "Acme"
source = "https://acme.example/docs"

[remedy]
console = "https://acme.example/keys"
revoke = ["Delete the key."]

`

const RULE = `[[rule]]
id = "acme-key"
title = "Acme key"
severity = "high"
confidence = "high"
anchors = ["acme_"]
pattern = '''(?<![A-Za-z0-9])(?<secret>acme_[a-z0-9]{20})(?![a-z0-9])'''
examples = ["key = acme_{loweralnum:20}"]
`

const compile = (toml: string) => compileRuleFile(toml, 'rules/acme.toml')

function problem(toml: string): string {
  try {
    compile(toml)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as Error).message
  }
  throw new Error('compiled without complaint')
}

describe('compileRuleFile', () => {
  it('fills in what a rule leaves out', () => {
    expect(compile(HEAD + RULE)).toEqual([
      {
        id: 'acme-key',
        title: 'Acme key',
        provider: 'acme',
        providerName: 'Acme',
        severity: 'high',
        confidence: 'high',
        specificity: 60,
        anchors: ['acme_'],
        ignoreCase: false,
        pattern: '(?<![A-Za-z0-9])(?<secret>acme_[a-z0-9]{20})(?![a-z0-9])',
        flags: 'g',
        anchored: true,
        before: 1,
        after: 21,
        lead: 0,
        context: [],
        reach: 200,
        minEntropy: 0,
        paths: [],
        exceptPaths: [],
        kind: 'pattern',
        generic: false,
        pairReach: 200,
        remedy: { console: 'https://acme.example/keys', revoke: ['Delete the key.'] },
        source: 'https://acme.example/docs',
      },
    ])
  })

  it('takes what a rule says', () => {
    const more = `ignore-case = true
context = ["acme"]
reach = 50
min-entropy = 3.5
checksum = "github"
env = "ACME_KEY"
paths = ["**/*.tf"]
except-paths = ["**/*.lock"]
pair = { with = "acme-id", reach = 400 }
source = "https://acme.example/other"
[rule.remedy]
effect = "Builds stop."
`
    expect(compile(HEAD + RULE.replace('key = ', 'ACME = ') + more)[0]).toMatchObject({
      ignoreCase: true,
      flags: 'g',
      anchored: true,
      specificity: 40,
      reach: 50,
      minEntropy: 3.5,
      checksum: 'github',
      env: 'ACME_KEY',
      paths: ['**/*.tf'],
      exceptPaths: ['**/*.lock'],
      pairWith: 'acme-id',
      pairReach: 400,
      remedy: { effect: 'Builds stop.' },
      source: 'https://acme.example/other',
    })
    expect(compile(`${HEAD}${RULE}generic = true\n`)[0]).toMatchObject({ generic: true, specificity: 10 })
  })

  it('looks for other letters than ASCII as the bytes that they are in UTF-8', () => {
    const toml =
      HEAD + RULE.replace('["acme_"]', '["é_"]').replaceAll('acme_[', '\\xc3\\xa9_[').replace('acme_{', 'é_{')
    expect(compile(toml)[0]?.anchors).toEqual(['\u00c3\u00a9_'])
  })

  it('knows rules without a pattern', () => {
    const bare = '[[rule]]\nid = "acme-file"\ntitle = "f"\nseverity = "high"\nconfidence = "high"\n'
    const file = compile(`${HEAD}${bare}paths = ["**/.acmerc"]\n`)[0]
    expect(file).toMatchObject({ kind: 'file', pattern: '', anchors: [], before: 0, after: 0 })
    expect(compile(`${HEAD}${bare}kind = "dotenv"\n`)[0]).toMatchObject({ kind: 'dotenv' })
    expect(problem(HEAD + bare)).toContain(':10:1: rule "acme-file": needs "pattern" and "anchors", or "paths"')
    expect(problem(`${HEAD}${bare}kind = "known-value"\nanchors = ["ab"]\n`)).toContain(
      ':16:1: rule "acme-file": a rule of kind',
    )
  })

  const edited = (from: string | RegExp, to: string) => HEAD + RULE.replace(from, to)
  it.each<[string, string, string]>([
    ['bad TOML', `${HEAD}[[rule]]\nid = \n`, ':11:6: not valid TOML: '],
    ['no provider', RULE, ':1:1: "provider" is missing'],
    ['no rule', HEAD, ':1:1: "rule" is missing'],
    ['an unknown key', edited('title', 'tilte'), ':12:1: unknown key "tilte"; allowed here: id, title, severity, '],
    [
      'an unknown key in a table',
      `${HEAD}${RULE}[rule.remedy]\nrevok = []\n`,
      ':19:1: unknown key "revok"; allowed here: console',
    ],
    ['a missing key', edited(/title.*\n/, ''), ':10:1: "title" is missing'],
    [
      'a word that is not allowed',
      edited('"high"', '"hihg"'),
      ':13:1: "severity" is "hihg"; expected one of "low", "medium", "high", "critical"',
    ],
    ['a wrong type', edited('["acme_"]', '"acme_"'), ':15:1: "anchors" is "acme_"; expected Array'],
    ['an id that is not kebab-case', edited('acme-key', 'acme_key'), ':11:1: "id" must be kebab-case'],
    [
      'an id of another provider',
      edited('acme-key', 'other-key'),
      `:11:1: rule "other-key": must start with the provider's id: "acme-…"`,
    ],
    ['no anchors', edited(/anchors.*\n/, ''), ':10:1: rule "acme-key": "anchors" is missing'],
    ['a short anchor', edited('"acme_"', '"a"'), ':15:1: rule "acme-key": anchor "a" has 1 bytes; allowed are 2 to 64'],
    [
      'an anchor that is not ASCII, in any case',
      edited('anchors = ["acme_"]', 'ignore-case = true\nanchors = ["acmé"]'),
      'anchor "acmé" is not ASCII',
    ],
    [
      'an anchor that matches lack',
      edited('"acme_"', '"acme-"'),
      'which holds none of the anchors "acme-": each match must hold one',
    ],
    ['no group', edited('?<secret>', '?<token>'), 'has no group (?<secret>…)'],
    [
      'no bound',
      edited('{20})(', '+)('),
      ':16:45: rule "acme-key": pattern: [a-z0-9]+: "+" has no upper bound: write one, such as {1,100}',
    ],
    [
      'a matching that is too long',
      edited('{20})(', '{20,99999})('),
      'can match 100006 bytes; at most 65536 are allowed',
    ],
    ['a broken pattern', edited('{20})(', '{20}('), 'not a valid regular expression: '],
    [
      'a foreign escape',
      edited('acme_[', '\\Aacme_['),
      '\\A: is no JavaScript escape: it would match the letter itself',
    ],
    ['a slow pattern', edited('{20})(', '{2,9}(?:[a-z]{1,9}-?){1,50})('), 'can match one text in two ways'],
    ['no example', edited(/examples.*\n/, ''), '"examples" is missing'],
    [
      'an example without a match',
      edited('{loweralnum:20}', '{loweralnum:19}'),
      ':17:1: rule "acme-key": example "key = acme_{loweralnum:19}" is not matched',
    ],
    [
      'an example with a bad generator',
      edited('{loweralnum:20}', '{alnun:20}'),
      ':17:1: rule "acme-key": examples[0]: no generator {alnun:20}; there are {alnum:N} ',
    ],
    [
      'a counter-example that is no template',
      `${HEAD}${RULE}counter-examples = ["{x"]\n`,
      ':18:1: rule "acme-key": counter-examples[0]: "{" is not closed',
    ],
    [
      'an example without context',
      `${HEAD}${RULE}context = ["robot"]\n`,
      'has none of the context words within 200 bytes of the match: robot',
    ],
    [
      'a bad glob',
      `${HEAD}${RULE}paths = ["src/[a.ts"]\n`,
      ':18:1: rule "acme-key": glob "src/[a.ts": "[" has no partner',
    ],
  ])('says where there is %s', (_, toml, expected) => {
    const message = problem(toml)
    expect(message).toContain(expected)
    expect(message).toMatch(/^rules\/acme\.toml:\d+:\d+: /)
  })
})
