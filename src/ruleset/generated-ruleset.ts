import type { PreparedAnchors, Rule, RuleSet } from '../types.ts'

/** What is made of rules when keyscan is built, so that no start has to: by parts that lie above this one. */
export interface Preparation {
  /** Globs as the source of one regular expression. */
  globPattern(globs: readonly string[]): string
  prepareAnchors(rules: readonly Rule[]): PreparedAnchors
}

function stored({ remedy: _, ...rule }: Rule, globPattern: Preparation['globPattern']): object {
  return {
    ...rule,
    ...(rule.paths.length > 0 && { pathPattern: globPattern(rule.paths) }),
    ...(rule.exceptPaths.length > 0 && { exceptPathPattern: globPattern(rule.exceptPaths) }),
  }
}

/** A function, since the package keeps these texts in files of their own (.ci/build.mjs): each is read when it is asked for. */
function constant(name: string, text: string): string {
  return `export const ${name} = () => ${JSON.stringify(text)}`
}

/** Text of `src/generated/ruleset.ts`, which `load.ts` reads: rules without remedies, each remedy once, the anchors' table. */
export function generatedRuleset({ rules, hash }: RuleSet, { globPattern, prepareAnchors }: Preparation): string {
  const remedies = rules.map(rule => JSON.stringify(rule.remedy))
  const list = [...new Set(remedies)]
  const { anchors, rulesOf, table } = prepareAnchors(rules)
  const { image, longest, hitsPerBlock } = table()
  const of = remedies.map(remedy => list.indexOf(remedy))
  return [
    '// Made by .ci/generate.mjs from rules/: do not edit.',
    `export const HASH = '${hash}'`,
    constant('rulesJson', JSON.stringify(rules.map(rule => stored(rule, globPattern)))),
    constant('anchorsJson', JSON.stringify({ anchors, rulesOf, longest, hitsPerBlock })),
    `export const anchorImage = () => Buffer.from('${Buffer.from(image).toString('base64')}', 'base64')`,
    constant('remediesJson', `{"list":[${list.join(',')}],"of":${JSON.stringify(of)}}`),
    '',
  ].join('\n')
}
