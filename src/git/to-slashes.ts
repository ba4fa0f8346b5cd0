import { sep } from 'node:path'

/** A path of this system with forward slashes, as git writes it. Where those part its folders anyway, a backslash is a character like any other. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
