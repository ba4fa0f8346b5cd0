import { resolve } from 'node:path'
import { cwd, env as inherited } from 'node:process'

/**
 * Names that say where the repository is. Git sets them for hooks (`git commit PATH` gives a temporary index,
 * `receive-pack` a quarantine), so dropping one would scan the wrong thing.
 * https://git-scm.com/docs/git#_environment_variables
 */
const KEPT_GIT_VARIABLES: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_SHALLOW_FILE',
  'GIT_NAMESPACE',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  // Where git itself and its configuration (safe.directory) are found.
  'GIT_EXEC_PATH',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CONFIG_COUNT',
  'GIT_CONFIG_PARAMETERS',
])
const KEPT_GIT_CONFIG_PAIR = /^GIT_CONFIG_(?:KEY|VALUE)_\d+$/

/** Git takes these as seen from the folder that it is started in. They were set for the one that we were started in. */
const FOLDERS: ReadonlySet<string> = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR'])

const FIXED_VARIABLES: Readonly<Record<string, string>> = {
  // Messages are parsed and shown: always in the same words.
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  // A scan must not write: no refreshed index, no lock that makes the person's own git fail.
  GIT_OPTIONAL_LOCKS: '0',
  // The objects as they are, not as `git replace` or grafts would have them.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  // In a partial clone a missing object is never fetched behind the person's back. Git before 2.39.4 does not know
  // the first variable; the second allows no transport at all, which stops the fetch in every version.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
}

/** Settings that would change what our commands print. Those on the command line win over every file. */
const FIXED_SETTINGS: readonly string[] = [
  'color.ui=false',
  'color.diff=false',
  'core.quotePath=false',
  // A program of the repository's choice must not run.
  'core.fsmonitor=false',
  'submodule.recurse=false',
  'i18n.logOutputEncoding=UTF-8',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  // Would leave out what lies outside the current folder.
  'diff.relative=false',
  // Callers say --find-renames where they want it.
  'diff.renames=false',
  'diff.ignoreSubmodules=dirty',
  // An order file that is missing would be fatal; this is the documented way to have none.
  'diff.orderFile=/dev/null',
  'log.showRoot=true',
  'log.showSignature=false',
  'log.follow=false',
  'log.diffMerges=separate',
  'log.mailmap=false',
  'log.decorate=false',
  'log.date=default',
  'log.abbrevCommit=false',
  // GIT_GRAFT_FILE is read, so git would print advice about it.
  'advice.graftFileDeprecated=false',
]

/** Stands before every subcommand. */
export const GIT_ARGUMENTS: readonly string[] = ['--no-pager', ...FIXED_SETTINGS.flatMap(setting => ['-c', setting])]

/**
 * The environment of every git we start: the inherited one, of git's own variables only those that say where the repository is,
 * and ours. This is the one file that reads the inherited environment: a child process cannot be started without one.
 */
export function gitEnvironment(
  extra: Readonly<Record<string, string>> = {},
  from: Readonly<Record<string, string | undefined>> = inherited,
): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(from)) {
    if (value === undefined || name === 'LANGUAGE') continue
    // Names are case-insensitive on Windows.
    const upper = name.toUpperCase()
    if (upper.startsWith('GIT_') && !KEPT_GIT_VARIABLES.has(upper) && !KEPT_GIT_CONFIG_PAIR.test(upper)) continue
    environment[name] = FOLDERS.has(upper) && value !== '' ? resolve(cwd(), value) : value
  }
  return { ...environment, ...FIXED_VARIABLES, ...extra }
}
