/** More are no help. */
const MAX_NEAR = 8

/** Of the ids that there are some that begin as one does that does not exist. */
export function nearIds(id: string, ids: readonly string[]): readonly string[] {
  const [provider = ''] = id.split('-')
  return provider === '' ? [] : ids.filter(one => one.startsWith(provider)).slice(0, MAX_NEAR)
}
