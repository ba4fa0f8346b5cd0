import { type Stats, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import { type Config, DEFAULT_CONFIG } from './config.ts'
import { OWN_FILE } from './own-file.ts'
import { readConfigText } from './read-config-text.ts'

const PACKAGE_FILE = 'package.json'
const PACKAGE_KEY = 'keyscan'

const UNREADABLE = 'unreadable'

/** What cannot even be looked at (a link to itself, a folder that may not be entered) is there: reading it tells why it is of no use. */
function statsOf(file: string): Stats | typeof UNREADABLE | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return UNREADABLE
  }
}

/**
 * The configuration in force: `explicit` (`--config FILE`), else `.keyscan.toml` in the root, else `keyscan` in its `package.json`, else
 * the defaults. Parsers and schemas are loaded only if there is something to parse: most repositories have none, and a hook waits.
 */
export async function loadConfig(root: string, explicit?: string): Promise<Config> {
  if (explicit !== undefined) {
    if (!statsOf(explicit)) {
      throw new UsageError(
        `no such file: ${explicit}: --config takes a file of settings; without it ${OWN_FILE} in the root is read`,
      )
    }
    return compile(readConfigText(explicit, explicit), explicit)
  }
  const own = join(root, OWN_FILE)
  if (statsOf(own)) return compile(readConfigText(own, OWN_FILE), OWN_FILE)
  const packageFile = join(root, PACKAGE_FILE)
  const stats = statsOf(packageFile)
  if (!stats || (stats !== UNREADABLE && !stats.isFile())) return DEFAULT_CONFIG
  const text = readConfigText(packageFile, PACKAGE_FILE)
  return text.includes(`"${PACKAGE_KEY}"`) ? compile(text, PACKAGE_FILE) : DEFAULT_CONFIG
}

async function compile(text: string, source: string): Promise<Config> {
  if (!source.endsWith('.json')) return (await import('./parse-toml-config.ts')).parseTomlConfig(text, source)
  const key = basename(source) === PACKAGE_FILE ? PACKAGE_KEY : undefined
  return (await import('./parse-json-config.ts')).parseJsonConfig(text, source, key)
}
