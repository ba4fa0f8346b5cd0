import { fstatSync, statSync } from 'node:fs'
import { platform } from 'node:process'

/**
 * Is this descriptor a terminal? Node's own answer comes with sockets and streams, which take 4 ms to load; a file, a pipe and the null device are known
 * without it.
 */
export function isTerminal(descriptor: number): boolean {
  return mayBeTerminal(descriptor) && process.getBuiltinModule('node:tty').isatty(descriptor)
}

function mayBeTerminal(descriptor: number): boolean {
  if (platform === 'win32') return true
  try {
    const stats = fstatSync(descriptor)
    return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev
  } catch {
    // Closed, or no such device here: node knows.
    return true
  }
}
