/** A line of .gitignore for exactly this path. https://git-scm.com/docs/gitignore */
export function ignoreLine(path: string): string {
  return `/${path.replace(/[\\*?[]/g, '\\$&').replace(/ +$/, spaces => '\\ '.repeat(spaces.length))}`
}
