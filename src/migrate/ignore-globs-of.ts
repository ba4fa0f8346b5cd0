/** A line of an ignore file in the syntax of .gitignore, as globs; undefined where it has no counterpart. */
export function ignoreGlobsOf(line: string): readonly string[] | undefined {
  const entry = line.trim()
  if (entry === '' || entry.startsWith('#')) return []
  if (entry.startsWith('!')) return undefined
  const rooted = entry.startsWith('/') || entry.slice(0, -1).includes('/')
  const name = entry.replace(/^\//, '').replace(/\/(?:\*{1,2})?$/, '')
  const start = rooted || name.startsWith('**/') ? name : `**/${name}`
  return /\/\*{0,2}$/.test(entry) ? [`${start}/**`] : [start, `${start}/**`]
}
