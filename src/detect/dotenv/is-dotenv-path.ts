import { DOTENV_NAME } from '../../types.ts'

/** `env.example` is no .env of anybody, but people copy it into one. */
const TEMPLATE_NAME = /^env[._-]./

/** Words of a name that say: to be filled in, or not readable as it is. `test` and `ci` are none: those files are loaded as they are. */
const TEMPLATE_WORDS = new Set(
  'example examples sample samples template templates tmpl tpl dist default defaults schema in vault enc encrypted'.split(
    ' ',
  ),
)
/** Code or text about a `.env`, such as Vite's `.env.d.ts`. */
const OTHER_LANGUAGE = /\.(?:d\.ts|[cm]?[jt]sx?|py|rb|go|rs|java|kt|php|sh|md|txt|html)$/

/** Is this a file of environment variables by its name, and one that is used or one to be copied? */
export function isDotenvPath(path: string): 'dotenv' | 'template' | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  // Nearly every file of a commit is told by this alone.
  if (!name.includes('env') && !name.includes('vars')) return undefined
  const isTemplate = name.split(/[._-]/).some(word => TEMPLATE_WORDS.has(word))
  if (isTemplate && TEMPLATE_NAME.test(name)) return 'template'
  if (!DOTENV_NAME.test(name) && !(isTemplate && /\.env\./.test(name))) return undefined
  if (OTHER_LANGUAGE.test(name)) return undefined
  return isTemplate ? 'template' : 'dotenv'
}
