import { isatty } from 'node:tty'

/** What is no terminal, and one that does not know (0), is taken for the width that all of them had once. */
const USUAL_COLUMNS = 80
const STANDARD_OUTPUT = 1

export function columnsOfTerminal(stream?: { readonly columns?: number }): number {
  // Asking process.stdout makes it, which a line into a pipe can do without.
  const asked = stream ?? (isatty(STANDARD_OUTPUT) ? process.stdout : undefined)
  return asked?.columns || USUAL_COLUMNS
}
