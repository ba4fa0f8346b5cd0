import type { NotScanned, ObjectId, SourceHooks } from '../../types.ts'
import type { RangeChanges } from './range-changes.ts'

/** Of a range it is known where blobs stand: whoever reads them need not. What is told of a blob is told of each of its paths. */
export function placedHooks(hooks: SourceHooks, { blobs }: Pick<RangeChanges, 'blobs'>): SourceHooks {
  const pathsOf = (id: ObjectId): ReadonlySet<string> => new Set(blobs.get(id)?.map(place => place.path))
  const notScanned = ({ what, why }: NotScanned): void => {
    const paths = pathsOf(what)
    for (const path of paths.size === 0 ? [what] : paths) hooks.notScanned({ what: path, why })
  }
  const { history } = hooks
  return {
    ...hooks,
    notScanned,
    look(blob) {
      if (blob.kind === 'blob') for (const path of pathsOf(blob.id!)) hooks.look({ ...blob, path })
      else hooks.look(blob)
    },
    ...(history && {
      history: {
        ...history,
        unread({ id }, entry) {
          const paths = pathsOf(id)
          for (const path of paths.size === 0 ? [undefined] : paths)
            history.unread({ id, ...(path !== undefined && { path }) }, entry)
        },
      },
    }),
  }
}
