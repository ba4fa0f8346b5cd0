import type { Case, Opinion } from '../types.ts'
import { judgesOf } from './judge.ts'

export interface Spoken {
  /** Name of the judge, for a person: `known example`. */
  readonly judge: string
  readonly opinion: Opinion
}

/** `knownExample` → `known example`; a bundler adds a number where two functions share a name. */
function inWords(name: string): string {
  return name
    .replace(/\d+$/, '')
    .replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
    .trim()
}

/** What each judge said, in the order they were asked; the first that drops is the last that is asked. */
export function opinionsOn(one: Case): readonly Spoken[] {
  const spoken: Spoken[] = []
  for (const ask of judgesOf(one)) {
    const opinion = ask(one)
    if (!opinion) continue
    spoken.push({ judge: inWords(ask.name), opinion })
    if (opinion.says === 'drop') break
  }
  return spoken
}
