import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { platform } from 'node:process'

/** Folders that npm and hook managers put on the PATH for what they start, and that the person's own shell does not have. */
const LOCAL_BIN = join('node_modules', '.bin')
const FILES = platform === 'win32' ? ['keyscan.cmd', 'keyscan.exe'] : ['keyscan']

function isOnPath(): boolean {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '' && !folder.endsWith(LOCAL_BIN))
    .some(folder => FILES.some(file => existsSync(join(folder, file))))
}

/**
 * How the person can start this keyscan again, in any folder: commands are printed to work as they are. Installed in a project or started by npx it is
 * the package's full name, since the bare one belongs to somebody else's package.
 */
export function programName(): string {
  if (isOnPath()) return 'keyscan'
  const script = realpathSync(process.argv[1] ?? '')
  if (script.includes(`${sep}node_modules${sep}`)) return 'npx @keyscan/cli'
  return `node ${/^[\w./:\\-]+$/.test(script) ? script : JSON.stringify(script)}`
}
