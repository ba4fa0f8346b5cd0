/** A path that one of the globs matches. */
export function pathFor(globs, index) {
  const glob = globs[index % globs.length]
  return glob
    .replace(/\*\*\//g, '')
    .replace(/\+\(\[[^\]]*\]\)/g, 'settings')
    .replace(/\{([^{}]*)\}/g, (_, choices) => choices.split(',')[index % choices.split(',').length])
    .replaceAll('*', 'a')
}
