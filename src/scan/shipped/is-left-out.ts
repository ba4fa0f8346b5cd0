import { compileGlobs } from '../../config/path-globs.ts'

/** Does the pattern name the path, or a folder that it is in? */
export function covers(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')
  return plain === '' || plain === '.' || compileGlobs([plain, `${plain}/**`])(path)
}

/**
 * By a list of patterns of which the last that fits decides. `anywhere`: one without a slash fits in every folder, as in a .gitignore; in a
 * .dockerignore it is meant for the root. https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function isLeftOut(list: string, path: string, anywhere: boolean): boolean {
  let out = false
  for (const line of list.split(/\r?\n/)) {
    const text = line.trim()
    // In a .dockerignore the folder itself means nothing.
    if (text === '' || text.startsWith('#') || /^!?\.?\/?$/.test(text)) continue
    const again = text.startsWith('!')
    const pattern = again ? text.slice(1) : text
    const isLoose = anywhere && !pattern.replace(/\/+$/, '').includes('/')
    if (covers(isLoose ? `**/${pattern}` : pattern, path)) out = !again
  }
  return out
}
