import type { Ref } from '../git/list-refs.ts'
import { runGit } from '../git/run-git.ts'
import type { ObjectId, Origin } from '../types.ts'
import { namedRefs } from './named-refs.ts'

/** `tagger a <a@example.invalid> 1704067200 +0100`. Of a tag's header, which ends at the first empty line. */
const TAGGER = /^tagger (.*?) ?<([^>\n]*)> (\d+) ([+-])(\d\d)(\d\d)$/m

/** Git's seconds and offset as ISO 8601 in that offset, like `%aI`. */
function isoDate(seconds: number, sign: string, hours: string, minutes: string): string {
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60)
  const local = new Date((seconds + offset) * 1000)
  return Number.isNaN(local.getTime()) ? '' : `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`
}

/** Where an annotated tag's message comes from. */
export async function tagOrigin(cwd: string, id: ObjectId, refs: readonly Ref[]): Promise<Origin> {
  const tag = (await runGit(['cat-file', 'tag', id], { cwd })).toString('utf8')
  const header = tag.slice(0, tag.indexOf('\n\n'))
  const object = /^object ([0-9a-f]+)\ntype commit$/m.exec(header)?.[1]
  const tagger = TAGGER.exec(header)
  const holders = refs.filter(ref => ref.id === id)
  const pushed = holders.some(ref => ref.published)
  return {
    in: 'tag message',
    ...(object !== undefined && { commit: object }),
    ...(tagger && {
      author: tagger[1]!,
      email: tagger[2]!,
      date: isoDate(Number(tagger[3]), tagger[4]!, tagger[5]!, tagger[6]!),
    }),
    ...namedRefs(holders.map(ref => ref.name)),
    inHead: false,
    state: pushed ? 'pushed' : holders.length > 0 ? 'unpushed' : 'dangling',
  }
}
