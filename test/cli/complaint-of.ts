import { expect } from 'vitest'
import { type RunOptions, runKeyscan } from './run-keyscan.ts'

/** What a run that could not do as asked says: one message, exit code 2, no stack, and nothing that looks like a result. */
export async function complaintOf(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await runKeyscan(cwd, args, options)
  expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^keyscan: /)
  expect(stderr).not.toMatch(/\n\s+at |bug in keyscan/)
  return stderr.slice('keyscan: '.length).trimEnd()
}
