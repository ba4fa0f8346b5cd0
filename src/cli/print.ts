import { UsageError } from '../errors/usage-error.ts'

/**
 * Writes to standard output and waits until it is written. A reader that has seen enough (`| head`) is no error of ours; a disk that is full
 * (`> report.txt`) is one, whose exit code must not be that of a report that was read.
 */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, error => {
      if (!error || ['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException).code ?? '')) resolve()
      else {
        const message = `standard output could not be written (${error.message}): make room or send it elsewhere, then run again.`
        reject(new UsageError(message, { cause: error }))
      }
    })
  })
}
