import { isTerminal } from './is-terminal.ts'
import type { Arguments } from './parse-arguments.ts'

const STANDARD_ERROR = 2

/** Is there somebody who watches, on a terminal where a line can be redrawn? A CI that lends a terminal prints every redraw one below the other. */
export function wantsProgress(args: Pick<Arguments, 'has'>): boolean {
  if (args.has('no-progress') || args.has('quiet')) return false
  const { TERM, CI } = process.env
  const inCi = CI !== undefined && CI !== '' && CI !== '0' && CI !== 'false'
  return TERM !== 'dumb' && !inCi && isTerminal(STANDARD_ERROR)
}
