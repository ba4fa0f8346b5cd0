import { existsSync } from 'node:fs'
import { type Complaint, checkRuleFile } from '../config/check-rule-file.ts'
import { OWN_FILE } from '../config/own-file.ts'
import { readConfigText } from '../config/read-config-text.ts'
import { UsageError } from '../errors/usage-error.ts'
import { counted } from '../reporters/counted.ts'
import { tryExamples } from '../scan/try-examples.ts'
import { checkFlags } from './check-flags.ts'
import { CLEAN, FINDINGS } from './main.ts'
import type { Arguments } from './parse-arguments.ts'
import { print } from './print.ts'

/** More are counted: nobody reads them, and the place of each is looked for. */
const MAX_SHOWN = 100
const NO_EXAMPLES = 'has no examples: with some, this command could say whether it finds what it should'

function shown(file: string, complaints: readonly Complaint[]): readonly string[] {
  const lines = complaints.slice(0, MAX_SHOWN).map(complaint => complaint())
  return complaints.length > MAX_SHOWN ? [...lines, `${file}: and ${complaints.length - MAX_SHOWN} more`] : lines
}

function filesOf(words: readonly string[]): readonly string[] {
  if (words.length > 0) return words
  if (existsSync(OWN_FILE)) return [OWN_FILE]
  throw new UsageError(
    `keyscan rules test needs a file of rules: keyscan rules test FILE… (there is no ${OWN_FILE} here)`,
  )
}

/**
 * `keyscan rules test FILE…`: everything that is wrong with the rules of some files, with line and column. 1 where something is, as with findings of a
 * scan; 2 where a file cannot be read.
 */
export async function rulesTest(args: Arguments, words: readonly string[]): Promise<number> {
  checkFlags('rules test', args, [])
  const files = filesOf(words)
  const lines: string[] = []
  let right = 0
  let wrong = 0
  for (const file of files) {
    const text = readConfigText(file, file)
    const { rules, problems } = checkRuleFile(text, file)
    const complaints = [...problems]
    const remarks: Complaint[] = []
    for (const rule of rules) {
      const found = tryExamples(rule)
      if (found.length === 0) right++
      complaints.push(...found)
      if (!rule.raw.examples?.length && rule.rule.kind === 'pattern') remarks.push(rule.complaint([], NO_EXAMPLES))
    }
    wrong += complaints.length
    lines.push(...shown(file, remarks), ...shown(file, complaints))
  }
  lines.push(`${counted(right, 'rule')} right, ${counted(wrong, 'problem')} in ${counted(files.length, 'file')}`)
  await print(`${lines.join('\n')}\n`)
  return wrong > 0 ? FINDINGS : CLEAN
}
