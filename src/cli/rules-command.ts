import { UsageError } from '../errors/usage-error.ts'
import type { Arguments } from './parse-arguments.ts'

/** `keyscan rules [list|test]`: what is looked for, and whether a rule of one's own is right. */
export async function rulesCommand(args: Arguments): Promise<number> {
  const [, verb = 'list', ...words] = args.words
  if (verb === 'list') return (await import('./rules-list.ts')).rulesList(args, words)
  if (verb === 'test') return (await import('./rules-test.ts')).rulesTest(args, words)
  throw new UsageError(`keyscan rules takes list or test, not "${verb}". To scan a folder named rules: keyscan ./rules`)
}
