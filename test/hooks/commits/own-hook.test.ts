import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'
import { createProject, type Project } from './create-project.ts'
import { expectGuarded } from './expect-guarded.ts'

const OWN = fileURLToPath(new URL('../../../.husky/pre-commit', import.meta.url))

/** A clone of this project, as far as its hook can tell. */
function createClone(): Project {
  const project = createProject({ installed: false })
  const hooks = join(project.path, '.git', 'hooks')
  mkdirSync(hooks, { recursive: true })
  cpSync(OWN, join(hooks, 'own'))
  // As husky does.
  writeFileSync(join(hooks, 'pre-commit'), '#!/bin/sh\nexec sh -e .git/hooks/own\n', { mode: 0o755 })
  return project
}

it('the hook of this project runs what was built in the clone', () => {
  const project = createClone()
  mkdirSync(join(project.path, 'dist'))
  writeFileSync(join(project.path, 'dist', 'keyscan.cjs'), `require(${JSON.stringify(inject('bin'))})\n`)
  expectGuarded(project)
})

it('the hook of this project lets those commit who have not built it, and says so', () => {
  const { committed, said } = createClone().commitClean()
  expect(committed).toBe(true)
  expect(said).toContain('this commit was not scanned. Once: npm run build')
})
