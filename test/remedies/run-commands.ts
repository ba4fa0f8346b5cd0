import { execFileSync } from 'node:child_process'
import { gitTestEnvironment } from '../../fixtures/repositories/git-test-environment.ts'
import type { Remedy } from '../../src/types.ts'

/** Runs what a person would copy from the steps, as printed, in a shell; keyscan's own commands are left to its own tests. */
export function runCommands(
  steps: readonly Remedy[],
  options: { readonly cwd: string; readonly kinds: readonly Remedy['kind'][] },
): void {
  const wanted = steps.filter(step => options.kinds.includes(step.kind)).flatMap(step => step.commands ?? [])
  for (const command of wanted.filter(one => !one.startsWith('keyscan '))) {
    execFileSync('sh', ['-c', command], {
      cwd: options.cwd,
      env: gitTestEnvironment({ GIT_EDITOR: 'echo anew >' }),
      stdio: 'pipe',
    })
  }
}
