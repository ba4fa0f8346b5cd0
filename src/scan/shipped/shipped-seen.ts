import { matchAt } from '../../detect/match-at.ts'
import { fingerprint } from '../../findings/fingerprint.ts'
import type { Seen } from '../../findings/merge-findings.ts'
import { judge } from '../../judges/judge.ts'
import type { Blob, ObjectId, Origin, Source } from '../../types.ts'
import type { ScanParts } from '../direct-scan.ts'
import { seenAs } from '../seen.ts'
import type { Shipped, ShippedBy } from './shipping.ts'

/** A Dockerfile or manifest, as it was scanned. */
export interface Manifest {
  readonly blob: Omit<Blob, 'bytes'>
  readonly text: string
  readonly origin: Origin
}

function why({ env, shipment: { by, ignoreFile } }: Shipped): string {
  const what = `${env.path}, which ${env.ignored ? 'git ignores and which ' : ''}holds secrets`
  if (by === 'copy') return `it copies ${what}, into the image`
  if (by === 'context')
    return `it copies a whole folder into the image, with ${what}; ${ignoreFile} does not leave it out`
  if (by === 'files') return `it is published with ${what}: the list of files takes it along`
  return `it is published with ${what}; ${ignoreFile} does not leave it out`
}

/** A comment on the line above lets it through, as everywhere. */
function isAllowed({ rule, shipment: { line = 1 } }: Shipped, text: string): boolean {
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

const keyOf = ({ rule, env }: Shipped): string => `${rule.id}\0${env.path}`

/** `.env` files that these take along, and that they did not take along before. */
export async function shippedSeen(
  manifests: readonly Manifest[],
  shippedBy: ShippedBy,
  { source, notScanned }: Pick<ScanParts, 'source' | 'notScanned'>,
): Promise<readonly Seen[]> {
  const all = manifests
    .map(one => ({ ...one, shipped: shippedBy(one.origin.path!, one.text) }))
    .filter(({ shipped }) => shipped.length > 0)
  const before = await textsOf(source, new Set(all.flatMap(({ origin }) => origin.before ?? [])), notScanned)
  return all.flatMap(({ blob, text, origin, shipped }) => {
    const old = new Set(
      (origin.before ?? []).flatMap(id => (before.has(id) ? shippedBy(origin.path!, before.get(id)).map(keyOf) : [])),
    )
    return shipped
      .filter(one => !old.has(keyOf(one)) && !isAllowed(one, text))
      .map(one => {
        const { rule, env, shipment } = one
        const { line = 1 } = shipment
        const judgement = { confidence: rule.confidence, verdict: { shipped: shipment.by }, reasons: [why(one)] }
        const print = fingerprint('file', `${rule.id}\0${origin.path}\0${env.path}`)
        return seenAs({ fingerprint: print, rule, parts: { file: env.path }, judgement }, origin, blob.id, line)
      })
  })
}
