import { expect } from 'vitest'
import { makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import type { Project } from './create-project.ts'

/** A leak does not become a commit, and does not show; everything else does become one. */
export function expectGuarded(project: Project): void {
  const leak = project.commitLeak()
  expect(leak).toMatchObject({ code: 1, committed: false })
  expect(leak.said).toMatch(/file-\d+\.txt:1:10/)
  expect(leak.said).not.toContain(makeLeak())
  expect(project.commitClean()).toMatchObject({ code: 0, committed: true })
}

export function expectUnguarded(project: Project): void {
  expect(project.commitLeak()).toMatchObject({ code: 0, committed: true })
}
