import { compileGlobs } from '../config/path-globs.ts'
import type { Rule, RuleSet } from '../types.ts'
import { isHalf } from './last-part.ts'

/** Leads through any folder, or none. */
const ANY = new Set(['', '.', '**', '*'])

/** The folders that a glob names on its way: of `**` + `/grub.d/*custom*` it is `grub.d`. What a brace with slashes stands for nobody can tell. */
function foldersOf(glob: string): readonly string[] {
  const parts = glob.split('/')
  return parts.some(isHalf) ? [] : parts.slice(0, -1).filter(part => !ANY.has(part))
}

function rulesForFiles({ prepared, rules }: RuleSet): readonly Rule[] {
  if (!prepared) return rules.filter(({ kind }) => kind === 'file' || kind === 'whole-file')
  return [...new Set(prepared.fileLiterals.flatMap(([, numbers]) => numbers))].map(number => prepared.rule(number))
}

/** Does a rule for files of certain names ask for a folder of this name? */
export function sensitiveFolders(set: RuleSet): (name: string) => boolean {
  let test: ((name: string) => boolean) | undefined
  return name => {
    test ??= compileGlobs([...new Set(rulesForFiles(set).flatMap(({ paths }) => paths.flatMap(foldersOf)))])
    return test(name)
  }
}

/** Does each folder that a glob names exist, by its name alone? Where not, no path matches the glob, whatever its base name. */
export function leadsSomewhere(folders: ReadonlySet<string>): (glob: string) => boolean {
  const answers = new Map<string, boolean>()
  const exists = (folder: string): boolean => {
    const answer = answers.get(folder) ?? [...folders].some(compileGlobs([folder]))
    answers.set(folder, answer)
    return answer
  }
  return glob => foldersOf(glob).every(exists)
}
