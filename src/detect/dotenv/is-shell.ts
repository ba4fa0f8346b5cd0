/** direnv has a shell read its files; all others are read by parsers of their own. */
export function isShell(path: string): boolean {
  return /(?:^|\/)\.envrc(?:\.|$)/.test(path)
}
