import type { Match } from '../types.ts'

/** `# password = …`, `//db.pass=…`, `; pass = …`, `<!-- <password>`, `-- PASSWORD '…'`, ` * pass: …`. */
const COMMENTED_OUT = /^[\s>]*(?:#+|\/\/+|;+|--|<!--|\/?\*+|!|rem\s|dnl\s|%)/i

/** Whatever it is, nothing reads it where it stands: of what everybody would write there it is the sample. */
export function isCommentedOut({ line, start, lineStart }: Match): boolean {
  return COMMENTED_OUT.test(line.slice(0, start - lineStart))
}
