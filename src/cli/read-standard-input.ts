import { fstatSync } from 'node:fs'
import { UsageError } from '../errors/usage-error.ts'
import { complain } from './complain.ts'

/** A pipe may never end. What is shorter meets limits.blob-bytes, and is said not to be scanned. */
const MAX_BYTES = 2 ** 30

/** All of standard input. Waits for its end; a terminal is told how to give one. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  try {
    // Node gives no text for a folder (`keyscan --stdin < src`), and no error either.
    if (fstatSync(0).isDirectory()) throw new Error('it is a folder')
    if (process.stdin.isTTY) complain('keyscan: reading standard input; end it with Ctrl-D (Windows: Ctrl-Z, Enter).\n')
    let size = 0
    for await (const chunk of process.stdin) {
      size += (chunk as Buffer).length
      if (size > MAX_BYTES) throw new Error(`it has more than ${MAX_BYTES} bytes`)
      chunks.push(chunk as Buffer)
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`standard input cannot be read (${why}): give text through a pipe, or PATH…`, { cause })
  }
  return Buffer.concat(chunks)
}
