import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createProject, type Project } from './create-project.ts'
import { expectGuarded, expectUnguarded } from './expect-guarded.ts'

/** The real husky, installed and run as its documentation says. */
function createHuskyProject(options?: Parameters<typeof createProject>[0]): Project {
  const project = createProject(options)
  const husky = join(project.path, 'node_modules', 'husky')
  cpSync(dirname(fileURLToPath(import.meta.resolve('husky'))), husky, { recursive: true })
  execFileSync(process.execPath, [join(husky, 'bin.js')], { cwd: project.path })
  expect(project.git(['config', 'core.hooksPath'])).toBe('.husky/_')
  return project
}

it('husky without a pre-commit hook: one is made, and taken away again', () => {
  const project = createHuskyProject()
  const { code, said } = project.keyscan(['init'])
  expect(code).toBe(0)
  expect(said).toContain('wrote .husky/pre-commit (husky)')
  expectGuarded(project)
  expect(project.keyscan(['init', '--undo']).said).toContain('removed .husky/pre-commit')
  expect(existsSync(join(project.path, '.husky', 'pre-commit'))).toBe(false)
  expectUnguarded(project)
})

it('husky with a pre-commit hook: both run, the hook comes back as it was', () => {
  const project = createHuskyProject()
  const script = 'echo "the tests of this project"\n'
  project.commit('hook', { '.husky/pre-commit': script })
  expect(project.keyscan(['init']).said).toContain('added to .husky/pre-commit (husky)')
  project.commit('keyscan')
  expectGuarded(project)
  expect(project.commitClean().said).toContain('the tests of this project')
  project.keyscan(['init', '--undo'])
  expect(readFileSync(join(project.path, '.husky', 'pre-commit'), 'utf8')).toBe(script)
})

it('keyscan is not installed: husky stops the commit, and the message says what to do', () => {
  const project = createHuskyProject({ installed: false })
  project.keyscan(['init'])
  const { committed, said } = project.commitClean()
  expect(committed).toBe(false)
  expect(said).toContain('keyscan was not found, so this commit was not scanned')
  expect(said).toContain('npm install --save-dev @keyscan/cli')
})
