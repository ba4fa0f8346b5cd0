import { getBuiltinModule } from 'node:process'

type ChildProcess = typeof import('node:child_process')

/** Node's module for processes, loaded when one is started: with all that it loads (sockets among it) that takes 3 ms, and a clean commit needs none. */
export function childProcess(): ChildProcess {
  return getBuiltinModule('node:child_process')
}
