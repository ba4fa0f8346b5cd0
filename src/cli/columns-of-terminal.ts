import { isTerminal } from './is-terminal.ts'
import { STANDARD_OUTPUT } from './standard-output.ts'

/** What is no terminal, and one that does not know (0), is taken for the width that all of them had once. */
const USUAL_COLUMNS = 80

/** Of a stream, or of standard output. */
export function columnsOfTerminal(stream?: { readonly columns?: number }): number {
  const asked = stream ?? (isTerminal(STANDARD_OUTPUT) ? process.stdout : undefined)
  return asked?.columns || USUAL_COLUMNS
}
