/**
 * The file that another thread starts with. There is none among the sources, which are no JavaScript yet: .ci/build.mjs puts in its place
 * where the built one lies.
 */
export function workerFile(): string | undefined {
  return undefined
}
