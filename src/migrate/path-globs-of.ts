/**
 * A path's regular expression as globs, for the few forms that people write: a name, an ending, a folder. undefined: it is none of them.
 * `(^|/)package-lock\.json$`, `\.(png|jpg)$`, `^docs/`, `testdata/`
 */
export function pathGlobsOf(source: string): readonly string[] | undefined {
  const options = alternatives(source.replace(/^\(\?i\)/, ''))
  const globs = options.map(globsOf)
  return globs.includes(undefined) ? undefined : globs.flatMap(some => some ?? [])
}

/** At the top, and of the last group. */
function alternatives(source: string): readonly string[] {
  const tops = splitTop(source)
  if (tops.length > 1) return tops.flatMap(alternatives)
  const group = /^(.*)\((?:\?:)?([^()^$]*\|[^()^$]*)\)([^()|]*)$/.exec(source)
  return group ? group[2]!.split('|').flatMap(option => alternatives(`${group[1]}${option}${group[3]}`)) : [source]
}

function splitTop(source: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!
    if (character === '\\') parts[parts.length - 1] += character + source[++at]
    else if (character === '|' && depth === 0) parts.push('')
    else {
      if (character === '(') depth++
      if (character === ')') depth--
      parts[parts.length - 1] += character
    }
  }
  return parts
}

function globsOf(source: string): readonly string[] | undefined {
  const atRoot = /^\^(?!\.\*)/.test(source)
  const atName = /^\(\^\|\/\)|^\(\?:\^\|\/\)|^\//.test(source)
  const atEnd = source.endsWith('$') && !source.endsWith('\\$')
  const middle = source
    .replace(/^\^?\.\*|^\(\?:\^\|\/\)|^\(\^\|\/\)|^\^|^\//, '')
    .replace(/\$$/, '')
    .replace(/\/\.\*$/, '/')
    // What a glob has signs for is marked first, so that any other sign of a regular expression is seen.
    .replace(/\[\^\/\][*+]|\.[*+]\??/g, '\0')
    .replace(/([A-Za-z0-9])\?/g, '\x01$1\x02')
    .replace(/\\([./_\-@ ])/g, '$1')
  if (middle === '' || /[\\()[\]{}|^$+?*]/.test(middle)) return undefined
  const literal = middle.replaceAll('\0', '*').replaceAll('\x01', '{').replaceAll('\x02', ',}')
  if (literal.endsWith('/')) return [`${atRoot ? '' : '**/'}${literal}**`]
  const start = atRoot ? literal : atName ? `**/${literal}` : `**/*${literal}`
  return atEnd ? [start] : [`${start}*`, `${start}*/**`]
}
