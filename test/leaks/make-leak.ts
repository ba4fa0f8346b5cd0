import { expandSample } from '../../src/ruleset/samples.ts'

/** The rule that every made leak falls under. */
export const LEAK_RULE = 'github-personal-access-token'

/** A token that every check takes for a real one, made up when a test runs: none is ever written in a file. The same number, the same token. */
export function makeLeak(number = 1): string {
  return expandSample('{sum:github:ghp_}', number)
}
