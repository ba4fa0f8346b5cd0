import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { createProject, type Project } from './create-project.ts'
import { expectGuarded, expectUnguarded } from './expect-guarded.ts'

const hookOf = ({ path }: Project): string => join(path, '.git', 'hooks', 'pre-commit')

function writeHook(file: string, script: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, script)
  chmodSync(file, 0o755)
}

it('a repository without hooks', () => {
  const project = createProject()
  expect(project.keyscan(['init']).said).toContain('wrote .git/hooks/pre-commit')
  expectGuarded(project)
  project.keyscan(['init', '--undo'])
  expect(existsSync(hookOf(project))).toBe(false)
  expectUnguarded(project)
})

it('a second init changes nothing and says so', () => {
  const project = createProject()
  project.keyscan(['init'])
  const script = readFileSync(hookOf(project), 'utf8')
  expect(project.keyscan(['init'])).toEqual({
    code: 0,
    said: 'nothing to do: .git/hooks/pre-commit runs keyscan already\n',
  })
  expect(readFileSync(hookOf(project), 'utf8')).toBe(script)
  expectGuarded(project)
})

it.each([
  ['runs to its end', '#!/bin/sh\necho "other checks"\n'],
  ['stops at the first error', '#!/bin/sh\nset -e\necho "other checks"\n'],
  ['ends with exit', '#!/bin/sh\necho "other checks"\nexit 0\n'],
  ['has no line end', '#!/bin/sh\necho "other checks"'],
])('a hook that %s: both run', (_, script) => {
  const project = createProject()
  writeHook(hookOf(project), script)
  expect(project.keyscan(['init']).said).toContain('added to .git/hooks/pre-commit')
  expectGuarded(project)
  expect(project.commitClean().said).toContain('other checks')
})

it('a hook that fails itself still stops the commit', () => {
  const project = createProject()
  writeHook(hookOf(project), '#!/bin/sh\nfalse || exit 3\n')
  project.keyscan(['init'])
  expect(project.commitClean().committed).toBe(false)
})

it('core.hooksPath', () => {
  const project = createProject()
  project.git(['config', 'core.hooksPath', '.githooks'])
  expect(project.keyscan(['init']).said).toContain('wrote .githooks/pre-commit (core.hooksPath)')
  project.commit('hook')
  expectGuarded(project)
  expect(existsSync(hookOf(project))).toBe(false)
})

it('init in a subfolder is the same', () => {
  const project = createProject()
  mkdirSync(join(project.path, 'a', 'b'), { recursive: true })
  expect(project.keyscan(['init'], 'a/b').code).toBe(0)
  expectGuarded(project)
})

it('a linked worktree has the hook of its repository, and the keyscan of the main work tree', () => {
  const project = createProject()
  const linked = project.linkedWorktree()
  expect(existsSync(join(linked.path, 'node_modules'))).toBe(false)
  expect(linked.keyscan(['init']).code).toBe(0)
  expect(existsSync(hookOf(project))).toBe(true)
  expectGuarded(linked)
  expectGuarded(project)
})

it.each([
  ['of plain git', undefined],
  ['that stops at errors', '#!/bin/sh\nset -e\n'],
])('keyscan is not installed: a hook %s stops the commit, and the message says what to do', (_, script) => {
  const project = createProject({ installed: false })
  if (script) writeHook(hookOf(project), script)
  project.keyscan(['init'])
  const { committed, said } = project.commitClean()
  expect(committed).toBe(false)
  expect(said).toContain('keyscan was not found, so this commit was not scanned')
  expect(said).toContain('npm install --save-dev @keyscan/cli')
  expect(said).toContain('git commit --no-verify')
})
