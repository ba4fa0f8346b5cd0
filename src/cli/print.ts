import { writeSync } from 'node:fs'
import { platform } from 'node:process'
import { UsageError } from '../errors/usage-error.ts'
import { STANDARD_OUTPUT } from './standard-output.ts'

/** A pipe takes so many bytes whole or not at all (POSIX's PIPE_BUF is 512 at the least, 4096 on Linux). */
const SHORT = 512

/**
 * Node's stream for standard output takes 3 ms to come up, as long as scanning ten files. A line is written without it, except where
 * the system has its own idea of a terminal's text. Gives what is still to be written.
 */
function printAtOnce(bytes: Uint8Array): Uint8Array {
  if (bytes.length > SHORT || platform === 'win32') return bytes
  try {
    return bytes.subarray(writeSync(STANDARD_OUTPUT, bytes))
  } catch {
    // The stream meets the same error, and tells it apart below.
    return bytes
  }
}

/**
 * Writes to standard output and waits until it is written. A reader that has seen enough (`| head`) is no error of ours; a disk that is full
 * (`> report.txt`) is one, whose exit code must not be that of a report that was read.
 */
export function print(text: string): Promise<void> {
  const rest = text === '' ? new Uint8Array() : printAtOnce(Buffer.from(text))
  if (rest.length === 0) return Promise.resolve()
  // The same error comes to the listener and to the callback, which tells whom it concerns.
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    process.stdout.write(rest, error => {
      if (!error || ['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException).code ?? '')) resolve()
      else {
        const message = `standard output could not be written (${error.message}): make room or send it elsewhere, then run again.`
        reject(new UsageError(message, { cause: error }))
      }
    })
  })
}
