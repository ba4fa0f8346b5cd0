/** A path that one of the globs matches. */
export function pathFor(globs, index) {
  const glob = globs[index % globs.length]
  return chosen(glob.replace(/\*\*\//g, '').replace(/\+\(\[[^\]]*\]\)/g, 'settings'), index)
    .replace(/\[([^\]])[^\]]*\]/g, '$1')
    .replaceAll('*', 'a')
}

/** Innermost braces first: one may stand in another. */
function chosen(glob, index) {
  const less = glob.replace(/\{([^{}]*)\}/g, (_, choices) => choices.split(',')[index % choices.split(',').length])
  return less === glob ? glob : chosen(less, index)
}
