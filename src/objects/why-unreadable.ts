import type { ObjectId } from '../types.ts'

/** Words enough to know what is broken. */
const MAX_LENGTH = 200

/**
 * Why git did not give an object, out of what it printed: the lines that name the object, else the last one.
 *
 *     error: inflate: data stream error (invalid distance too far back)
 *     fatal: unable to stream 1127304b44c93b81365608aa80e44d54815adb52 to stdout
 */
export function whyUnreadable(id: ObjectId, stderr: string): string {
  const lines = stderr.split('\n').filter(line => /^(?:error|fatal): /.test(line))
  const loosePath = new RegExp(`${id.slice(0, 2)}[/\\\\]${id.slice(2)}`)
  const naming = lines.findLast(line => line.includes(id) || loosePath.test(line))
  const before = naming === undefined ? undefined : lines[lines.indexOf(naming) - 1]
  const cause = before?.startsWith('error: inflate') ? before : undefined
  const chosen = naming === undefined ? lines.slice(-1) : cause === undefined ? [naming] : [cause, naming]
  if (chosen.length === 0) return 'missing from the repository'
  const words = chosen.map(line => line.replace(/^(?:error|fatal): /, '')).join('; ')
  return `cannot be read: ${words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH)}…` : words}`
}
