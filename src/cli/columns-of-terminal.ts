/** What is no terminal, and one that does not know (0), is taken for the width that all of them had once. */
const USUAL_COLUMNS = 80

export function columnsOfTerminal(stream: { readonly columns?: number } = process.stdout): number {
  return stream.columns || USUAL_COLUMNS
}
