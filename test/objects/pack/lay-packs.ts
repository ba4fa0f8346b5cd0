import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { type Format, type MadePack, objectId } from '../../../fixtures/packs/make-pack.ts'

/** Puts packs into a folder of objects, in the order in which they are to be found. */
export function layPacks(objectDir: string, packs: readonly Pick<MadePack, 'pack' | 'index'>[]): readonly string[] {
  const folder = join(objectDir, 'pack')
  mkdirSync(folder, { recursive: true })
  return packs.map(({ pack, index }, number) => {
    const name = join(folder, `pack-${number.toString(16).padStart(40, '0')}`)
    writeFileSync(`${name}.pack`, pack)
    writeFileSync(`${name}.idx`, index)
    return `${name}.pack`
  })
}

export function layLoose(objectDir: string, kind: string, content: Uint8Array, format: Format = 'sha1'): string {
  const id = objectId(kind, content, format)
  const folder = join(objectDir, id.slice(0, 2))
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, id.slice(2)),
    deflateSync(Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content])),
  )
  return id
}
