import picomatch from 'picomatch'

/** Does a path (forward slashes) match one of the globs? Files that begin with a dot are files like others. */
export function compileGlobs(globs: readonly string[]): (path: string) => boolean {
  const matches = picomatch([...globs], { dot: true })
  return path => matches(path)
}
