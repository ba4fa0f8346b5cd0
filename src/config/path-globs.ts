import picomatch from 'picomatch'

/** Source of one regular expression for all globs. Files that begin with a dot are files like others. */
export function globPattern(globs: readonly string[]): string {
  return globs.map(glob => `(?:${picomatch.makeRe(glob, { dot: true }).source})`).join('|')
}

/** Does a path (forward slashes) match one of the globs? */
export function compileGlobs(globs: readonly string[]): (path: string) => boolean {
  // An empty pattern matches everything, no globs match nothing.
  if (globs.length === 0) return () => false
  const pattern = new RegExp(globPattern(globs))
  return path => pattern.test(path)
}
