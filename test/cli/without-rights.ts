import { spawnSync } from 'node:child_process'

/** Of nobody, on every Unix. */
const NOBODY = '65534'
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']

/**
 * What a program has to be started through so that the permissions of files hold for it: root may read and write everything.
 * undefined where that cannot be had.
 */
export const withoutRights: readonly string[] | undefined =
  process.getuid === undefined ? undefined : process.getuid() !== 0 ? [] : asNobody()

function asNobody(): readonly string[] | undefined {
  // The node that runs the tests may stand where nobody else can reach it.
  const [program = '', ...args] = [...AS_NOBODY, process.execPath, '--version']
  return spawnSync(program, args).status === 0 ? AS_NOBODY : undefined
}
