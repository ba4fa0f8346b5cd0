import { matchAt } from '../../detect/match-at.ts'
import { fingerprint } from '../../findings/fingerprint.ts'
import type { Seen } from '../../findings/merge-findings.ts'
import { judge } from '../../judges/judge.ts'
import type { Blob, ObjectId, Origin, Source } from '../../types.ts'
import type { ScanParts } from '../direct-scan.ts'
import { seenAs } from '../seen.ts'
import { isIgnoreList } from './is-ignore-list.ts'
import type { Shipped, ShippedBy } from './shipping.ts'

/** A Dockerfile or manifest, or a list of what is left out of it, as it was scanned. */
export interface Manifest {
  readonly blob: Omit<Blob, 'bytes'>
  /** undefined: it is taken away. */
  readonly text: string | undefined
  readonly origin: Origin
}

function whatOf({ env }: Shipped): string {
  return `${env.path}, which ${env.ignored ? 'git ignores and which ' : ''}holds secrets`
}

function why(shipped: Shipped): string {
  const { by, ignoreFile } = shipped.shipment
  const what = whatOf(shipped)
  if (by === 'copy') return `it copies ${what}, into the image`
  if (by === 'context')
    return `it copies a whole folder into the image, with ${what}; ${ignoreFile} does not leave it out`
  if (by === 'files') return `it is published with ${what}: the list of files takes it along`
  return `it is published with ${what}; ${ignoreFile} does not leave it out`
}

/** Of a list of what is left out. */
function whyOfList(shipped: Shipped, state: Origin['state']): string {
  const { by, file, line = 1 } = shipped.shipment
  const where = by === 'copy' || by === 'context' ? `the image that ${file}:${line} makes` : `the package of ${file}`
  return `it does not leave out ${whatOf(shipped)}${state === 'index' ? ', any more' : ''}: it goes into ${where}`
}

/** A comment on the line above lets it through, as everywhere. */
function isAllowed({ rule, text, shipment: { line = 1 } }: Shipped): boolean {
  const lines = text.split('\n').slice(0, line)
  const end = Buffer.byteLength(lines.join('\n'))
  const start = end - Buffer.byteLength(lines.at(-1) ?? '')
  return judge({ match: matchAt(rule, Buffer.from(text), { start, end }, {}), path: undefined }).dropped
}

async function textsOf(source: Source, ids: ReadonlySet<ObjectId>, notScanned: ScanParts['notScanned']) {
  const texts = new Map<ObjectId, string>()
  if (ids.size === 0) return texts
  const look = ({ id, bytes }: Blob): void => {
    texts.set(id!, Buffer.from(bytes).toString('utf8'))
  }
  await source.read(ids, look, notScanned)
  return texts
}

const keyOf = ({ rule, env, shipment: { file } }: Shipped): string => `${rule.id}\0${file}\0${env.path}`

/** `.env` files that these take along, and that they did not take along before. */
export async function shippedSeen(
  manifests: readonly Manifest[],
  shippedBy: ShippedBy,
  { source, notScanned }: Pick<ScanParts, 'source' | 'notScanned'>,
): Promise<readonly Seen[]> {
  // Of what a Dockerfile tells by itself a list need not tell again.
  const all = [...manifests]
    .sort((a, b) => Number(isIgnoreList(a.origin.path!)) - Number(isIgnoreList(b.origin.path!)))
    .map(one => ({ ...one, shipped: shippedBy(one.origin.path!, one.text) }))
    .filter(({ shipped }) => shipped.length > 0)
  const before = await textsOf(source, new Set(all.flatMap(({ origin }) => origin.before ?? [])), notScanned)
  const told = new Set<string>()
  return all.flatMap(({ blob, origin, shipped }) => {
    const path = origin.path!
    const isList = isIgnoreList(path)
    const texts = (origin.before ?? []).flatMap(id => before.get(id) ?? [])
    // What a new list does not leave out nothing left out before it.
    const olds = texts.length === 0 && origin.state === 'index' ? [undefined] : texts
    const old = new Set(olds.flatMap(text => shippedBy(path, text).map(keyOf)))
    const isItsOwn = ({ shipment }: Shipped): boolean =>
      !isList || origin.state === 'index' || shipment.ignoreFile === path
    return shipped
      .filter(one => isItsOwn(one) && !old.has(keyOf(one)) && !told.has(keyOf(one)) && !isAllowed(one))
      .map(one => {
        const { rule, env, shipment } = one
        const { line = 1, file, by } = shipment
        told.add(keyOf(one))
        const reasons = [isList ? whyOfList(one, origin.state) : why(one)]
        const judgement = { confidence: rule.confidence, verdict: { shipped: by }, reasons }
        const print = fingerprint('file', `${rule.id}\0${file}\0${env.path}`)
        const found = { fingerprint: print, rule, parts: { file: env.path }, judgement }
        return seenAs(found, origin, blob.id, isList ? 1 : line)
      })
  })
}
